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

	"github.com/gotd/td/tgtest"
	"github.com/gotd/td/transport"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

const dc = 2

// serve serves MTProto with the test server of gotd/td until its standard input ends, and writes its public key to a file.
//
// It prints one JSON object a line: first {"event":"ready",...} with a port for plain framings (abridged, intermediate,
// padded intermediate, full), one for the same under obfuscation and one for WebSocket, then what the server's own logger
// says, among it each request with its type, msg_id, session and key.
func serve(keyFile string) error {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return err
	}
	block := &pem.Block{Type: "RSA PUBLIC KEY", Bytes: x509.MarshalPKCS1PublicKey(&key.PublicKey)}
	if err := os.WriteFile(keyFile, pem.EncodeToMemory(block), 0o600); err != nil {
		return err
	}
	var ports [3]net.Listener
	for i := range ports {
		if ports[i], err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
			return err
		}
	}
	plain, obfuscated, web := ports[0], ports[1], ports[2]
	webConnections, webHandler := transport.WebsocketListener(web.Addr())

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	handler := &handler{files: map[int64]file{}}
	server := tgtest.NewServer(tgtest.NewPrivateKey(key), tgtest.UnpackInvoke(handler), tgtest.ServerOptions{
		DC:     dc,
		Logger: logger(),
	})
	failed := make(chan error, 4)
	listen := func(l net.Listener) {
		failed <- server.Serve(ctx, transport.Listen(l))
	}
	go listen(startedConnections(plain, 4))
	go listen(transport.ObfuscatedListener(startedConnections(obfuscated, 64)))
	go listen(webConnections)
	go func() {
		failed <- http.Serve(web, webHandler)
	}()

	ready, err := json.Marshal(map[string]any{
		"event":       "ready",
		"plain":       port(plain),
		"obfuscated":  port(obfuscated),
		"websocket":   port(web),
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

func port(l net.Listener) int {
	return l.Addr().(*net.TCPAddr).Port
}

func logger() *zap.Logger {
	if os.Getenv("INTEROP_QUIET") != "" {
		return zap.NewNop()
	}
	encoder := zapcore.NewJSONEncoder(zapcore.EncoderConfig{MessageKey: "event", LineEnding: "\n"})
	return zap.New(zapcore.NewCore(encoder, zapcore.Lock(os.Stdout), zapcore.DebugLevel))
}
