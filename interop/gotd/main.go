// Command gotd serves MTProto on loopback ports with the test server of gotd/td, for clients of other makes.
//
// It prints one JSON object a line: first {"event":"ready",...} with a port for plain framings (abridged, intermediate,
// padded intermediate, full), one for the same under obfuscation and one for WebSocket, then what the server's own logger says, among it each
// request with its type, msg_id, session and key. It stops when its standard input ends.
package main

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"

	"github.com/gotd/td/bin"
	"github.com/gotd/td/tg"
	"github.com/gotd/td/tgerr"
	"github.com/gotd/td/tgtest"
	"github.com/gotd/td/transport"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

const dc = 2

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) != 2 {
		return fmt.Errorf("usage: gotd PUBLIC-KEY.pem")
	}
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return err
	}
	block := &pem.Block{Type: "RSA PUBLIC KEY", Bytes: x509.MarshalPKCS1PublicKey(&key.PublicKey)}
	if err := os.WriteFile(os.Args[1], pem.EncodeToMemory(block), 0o600); err != nil {
		return err
	}

	plain, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	obfuscated, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}

	web, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	webConnections, webHandler := transport.WebsocketListener(web.Addr())

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	server := tgtest.NewServer(tgtest.NewPrivateKey(key), tgtest.UnpackInvoke(tgtest.HandlerFunc(answer)), tgtest.ServerOptions{
		DC:     dc,
		Logger: logger(),
	})
	failed := make(chan error, 4)
	serve := func(l net.Listener) {
		failed <- server.Serve(ctx, transport.Listen(l))
	}
	go serve(startedConnections(plain, 4))
	go serve(transport.ObfuscatedListener(startedConnections(obfuscated, 64)))
	go serve(webConnections)
	go func() {
		failed <- http.Serve(web, webHandler)
	}()

	ready, err := json.Marshal(map[string]any{
		"event":       "ready",
		"plain":       plain.Addr().(*net.TCPAddr).Port,
		"obfuscated":  obfuscated.Addr().(*net.TCPAddr).Port,
		"websocket":   web.Addr().(*net.TCPAddr).Port,
		"this_dc":     dc,
		"dc_options":  len(config().DCOptions),
		"fingerprint": fmt.Sprintf("%016x", uint64(server.Key().Fingerprint())),
	})
	if err != nil {
		return err
	}
	fmt.Println(string(ready))

	ended := make(chan struct{})
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		close(ended)
	}()
	select {
	case err := <-failed:
		return err
	case <-ended:
		return nil
	}
}

func logger() *zap.Logger {
	encoder := zapcore.NewJSONEncoder(zapcore.EncoderConfig{MessageKey: "event", LineEnding: "\n"})
	return zap.New(zapcore.NewCore(encoder, zapcore.Lock(os.Stdout), zapcore.DebugLevel))
}

func answer(server *tgtest.Server, req *tgtest.Request) error {
	id, err := req.Buf.PeekID()
	if err != nil {
		return err
	}
	var call bin.Decoder
	var result bin.Encoder
	switch id {
	case tg.HelpGetConfigRequestTypeID:
		call, result = &tg.HelpGetConfigRequest{}, config()
	case tg.HelpGetNearestDCRequestTypeID:
		call, result = &tg.HelpGetNearestDCRequest{}, &tg.NearestDC{Country: "ZZ", ThisDC: dc, NearestDC: dc}
	case msgsAck:
		return nil
	default:
		return tgerr.New(400, "INPUT_METHOD_INVALID")
	}
	if err := call.Decode(req.Buf); err != nil {
		return err
	}
	return server.SendResult(req, result)
}

// The test server hands acknowledgements to the handler of requests.
const msgsAck = 0x62d6b459

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
