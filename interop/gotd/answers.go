package main

import (
	"fmt"
	"sync"
	"time"

	"github.com/gotd/td/bin"
	"github.com/gotd/td/proto"
	"github.com/gotd/td/tg"
	"github.com/gotd/td/tgerr"
	"github.com/gotd/td/tgtest"
)

// The test server hands acknowledgements to the handler of requests.
const msgsAck = 0x62d6b459

// handler answers what a client asks before anything else, and keeps files: what was saved as file_id is read as a document
// with this id.
type handler struct {
	lock  sync.Mutex
	files map[int64]file
}

type file struct {
	parts map[int][]byte
	// The length of all parts but the last.
	partLength int
}

func (h *handler) OnMessage(server *tgtest.Server, req *tgtest.Request) error {
	id, err := req.Buf.PeekID()
	if err != nil {
		return err
	}
	switch id {
	case tg.HelpGetConfigRequestTypeID:
		return answer(server, req, &tg.HelpGetConfigRequest{}, config())
	case tg.HelpGetNearestDCRequestTypeID:
		return answer(server, req, &tg.HelpGetNearestDCRequest{}, &tg.NearestDC{Country: "ZZ", ThisDC: dc, NearestDC: dc})
	case tg.UploadSaveFilePartRequestTypeID:
		var call tg.UploadSaveFilePartRequest
		if err := call.Decode(req.Buf); err != nil {
			return err
		}
		h.save(call)
		return server.SendBool(req, true)
	case tg.UploadGetFileRequestTypeID:
		var call tg.UploadGetFileRequest
		if err := call.Decode(req.Buf); err != nil {
			return err
		}
		part, err := h.load(call)
		if err != nil {
			return err
		}
		return server.SendResult(req, &tg.UploadFile{Type: &tg.StorageFileUnknown{}, Bytes: part})
	case tg.UpdatesGetStateRequestTypeID:
		if err := answer(server, req, &tg.UpdatesGetStateRequest{}, &tg.UpdatesState{}); err != nil {
			return err
		}
		return push(server, req)
	case msgsAck:
		return nil
	}
	return tgerr.New(400, "INPUT_METHOD_INVALID")
}

func answer(server *tgtest.Server, req *tgtest.Request, call bin.Decoder, result bin.Encoder) error {
	if err := call.Decode(req.Buf); err != nil {
		return err
	}
	return server.SendResult(req, result)
}

// push sends an update that nobody asked for, and says which.
func push(server *tgtest.Server, req *tgtest.Request) error {
	update := &tg.UpdateShort{Update: &tg.UpdateConfig{}, Date: int(time.Now().Unix())}
	var body bin.Buffer
	if err := update.Encode(&body); err != nil {
		return err
	}
	fmt.Printf("{\"event\": \"pushed\", \"body\": \"%x\"}\n", body.Raw())
	return server.Send(req.RequestCtx, req.Session, proto.MessageFromServer, update)
}

func (h *handler) save(call tg.UploadSaveFilePartRequest) {
	h.lock.Lock()
	defer h.lock.Unlock()
	f, known := h.files[call.FileID]
	if !known {
		f.parts = map[int][]byte{}
	}
	f.parts[call.FilePart] = call.Bytes
	f.partLength = max(f.partLength, len(call.Bytes))
	h.files[call.FileID] = f
}

func (h *handler) load(call tg.UploadGetFileRequest) ([]byte, error) {
	location, ok := call.Location.(*tg.InputDocumentFileLocation)
	if !ok {
		return nil, tgerr.New(400, "LOCATION_INVALID")
	}
	h.lock.Lock()
	defer h.lock.Unlock()
	f, ok := h.files[location.ID]
	if !ok {
		return nil, tgerr.New(400, "FILE_ID_INVALID")
	}
	var result []byte
	for at, end := call.Offset, call.Offset+int64(call.Limit); at < end; {
		part := f.parts[int(at/int64(f.partLength))]
		from := at % int64(f.partLength)
		if from >= int64(len(part)) {
			break
		}
		piece := part[from:min(int64(len(part)), from+end-at)]
		result = append(result, piece...)
		at += int64(len(piece))
	}
	return result, nil
}

// Three options, so that the number tells this server's answer from another's.
func config() *tg.Config {
	return &tg.Config{
		ThisDC: dc,
		DCOptions: []tg.DCOption{
			{ID: 1, IPAddress: "127.0.0.1", Port: 1},
			{ID: 2, IPAddress: "127.0.0.1", Port: 2},
			{ID: 3, IPAddress: "127.0.0.1", Port: 3},
		},
		DCTxtDomainName: "localhost",
		MeURLPrefix:     "http://localhost/",
	}
}
