// Command gotd is gotd/td at one end of a connection, for programs of other makes at the other.
//
//	gotd serve PUBLIC-KEY.pem    the test server, on loopback ports; see serve
//	gotd speed JOB               the client, measured; see speed
package main

import (
	"fmt"
	"os"
)

func main() {
	command := map[string]func(string) error{"serve": serve, "speed": speed}
	if len(os.Args) != 3 || command[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: gotd serve PUBLIC-KEY.pem | gotd speed JOB")
		os.Exit(2)
	}
	if err := command[os.Args[1]](os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
