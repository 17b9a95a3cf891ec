package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/gotd/td/crypto"
	"github.com/gotd/td/telegram"
	"github.com/gotd/td/telegram/dcs"
	"github.com/gotd/td/tg"
	"github.com/gotd/td/transport"
)

const partLength = 512 * 1024

// A job of speed, as harness/race.py makes it.
type job struct {
	Port     int    `json:"port"`
	KeyFile  string `json:"key_file"`
	Task     string `json:"task"`
	Count    int    `json:"count"`
	InFlight int    `json:"in_flight"`
	Path     string `json:"path"`
	ID       int64  `json:"id,string"`
}

// speed connects over intermediate, does one task twice and prints what each time took: calls of help.getNearestDc, or the
// parts of a file that is put or got.
func speed(text string) error {
	var j job
	if err := json.Unmarshal([]byte(text), &j); err != nil {
		return err
	}
	pem, err := os.ReadFile(j.KeyFile)
	if err != nil {
		return err
	}
	keys, err := crypto.ParseRSAPublicKeys(pem)
	if err != nil {
		return err
	}
	client := telegram.NewClient(1, "interop", telegram.Options{
		PublicKeys: []telegram.PublicKey{{RSA: keys[0]}},
		DC:         dc,
		DCList:     dcs.List{Options: []tg.DCOption{{ID: dc, IPAddress: "127.0.0.1", Port: j.Port}}},
		Resolver:   dcs.Plain(dcs.PlainOptions{Protocol: transport.Intermediate}),
		NoUpdates:  true,
	})
	return client.Run(context.Background(), func(ctx context.Context) error {
		action, err := j.action(ctx, tg.NewClient(client))
		if err != nil {
			return err
		}
		for range 2 {
			start, before := time.Now(), processorTime()
			if err := each(j.Count, j.InFlight, action); err != nil {
				return err
			}
			took, spent := time.Since(start), processorTime()-before
			fmt.Printf("{\"seconds\": %f, \"cpu_seconds\": %f}\n", took.Seconds(), spent.Seconds())
		}
		return nil
	})
}

// processorTime returns the time of all processors that this process has taken.
func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func (j job) action(ctx context.Context, api *tg.Client) (func(int) error, error) {
	switch j.Task {
	case "put":
		file, err := os.Open(j.Path)
		return func(part int) error {
			bytes := make([]byte, partLength)
			n, err := file.ReadAt(bytes, int64(part)*partLength)
			if n == 0 {
				return err
			}
			_, err = api.UploadSaveFilePart(ctx, &tg.UploadSaveFilePartRequest{FileID: j.ID, FilePart: part, Bytes: bytes[:n]})
			return err
		}, err
	case "get":
		file, err := os.Create(j.Path)
		return func(part int) error {
			offset := int64(part) * partLength
			result, err := api.UploadGetFile(ctx, &tg.UploadGetFileRequest{
				Location: &tg.InputDocumentFileLocation{ID: j.ID},
				Offset:   offset,
				Limit:    partLength,
			})
			if err != nil {
				return err
			}
			_, err = file.WriteAt(result.(*tg.UploadFile).Bytes, offset)
			return err
		}, err
	}
	return func(int) error {
		_, err := api.HelpGetNearestDC(ctx)
		return err
	}, nil
}

// each runs an action for each number below count, at most limit at a time.
func each(count, limit int, action func(int) error) error {
	var next atomic.Int64
	failed := make(chan error, limit)
	var workers sync.WaitGroup
	for range limit {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for i := int(next.Add(1)) - 1; i < count; i = int(next.Add(1)) - 1 {
				if err := action(i); err != nil {
					failed <- err
					return
				}
			}
		}()
	}
	workers.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}
