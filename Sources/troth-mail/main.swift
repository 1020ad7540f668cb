import CLinux
import Glibc
import JSON
import Mail

// Sends mail for the service: `HandoverServer` says what is spoken on standard input and output.
// It is not for people, and does nothing without the service's lines.

// What it reads of a password must not end in a core file or in another program's hands.
_ = linux_forbid_dumps()
signal(SIGPIPE, SIG_IGN)
let courier = Courier(input: LineInput(descriptor: 0), output: LineOutput(descriptor: 1))
exit(courier.run())
