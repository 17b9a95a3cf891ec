package main

import (
	"bufio"
	"io"
	"net"
	"time"
)

// startedListener hands out connections that have sent their first bytes. The test server reads these in its accept loop
// and ends for good when there are none, so one empty connection would stop it.
type startedListener struct {
	net.Listener
	accepted chan net.Conn
	failed   chan error
}

// A connection that is silent for longer is closed.
const longestSilence = 10 * time.Second

func startedConnections(l net.Listener, first int) net.Listener {
	s := startedListener{l, make(chan net.Conn), make(chan error, 1)}
	go s.run(first)
	return s
}

func (s startedListener) run(first int) {
	for {
		conn, err := s.Listener.Accept()
		if err != nil {
			s.failed <- err
			return
		}
		go func() {
			reader := bufio.NewReader(conn)
			_ = conn.SetReadDeadline(time.Now().Add(longestSilence))
			if _, err := reader.Peek(first); err != nil {
				_ = conn.Close()
				return
			}
			_ = conn.SetReadDeadline(time.Time{})
			s.accepted <- startedConn{conn, reader}
		}()
	}
}

func (s startedListener) Accept() (net.Conn, error) {
	select {
	case conn := <-s.accepted:
		return conn, nil
	case err := <-s.failed:
		return nil, err
	}
}

type startedConn struct {
	net.Conn
	reader *bufio.Reader
}

// Read fills b: under obfuscation the test server decrypts all of b, however much of it was read.
func (c startedConn) Read(b []byte) (int, error) {
	return io.ReadFull(c.reader, b)
}
