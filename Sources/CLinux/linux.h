#pragma once
// Without _GNU_SOURCE: the toolchain's own Glibc module is built without it, and types such as
// fd_set must look the same in both. What that hides is declared below.
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

extern int pipe2(int ends[2], int flags);
extern int accept4(int fd, struct sockaddr *address, socklen_t *length, int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
extern const char *strerrorname_np(int code);
extern const char *strerrordesc_np(int code);

// What Swift cannot import itself: variadic calls, unions, casts in macros. Each returns -1 and
// leaves errno, as the call it wraps does.

static inline int linux_pidfd_open(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

/// Waits for the process behind `pidfd`; 1 when it has ended, 0 when it has not (with WNOHANG).
/// `code` becomes one of CLD_EXITED, CLD_KILLED, CLD_DUMPED; `status` the exit code or the signal.
static inline int linux_wait_pidfd(int pidfd, int options, int *code, int *status) {
    siginfo_t info;
    memset(&info, 0, sizeof info);
    int result;
    do result = waitid((idtype_t)3 /* P_PIDFD */, (id_t)pidfd, &info, options | WEXITED);
    while (result < 0 && errno == EINTR);
    if (result < 0) return -1;
    if (info.si_pid == 0) return 0;
    *code = info.si_code;
    *status = info.si_status;
    return 1;
}

/// How many bytes wait in a pipe or socket.
static inline int linux_bytes_waiting(int fd) {
    int count = 0;
    return ioctl(fd, FIONREAD, &count) < 0 ? -1 : count;
}

/// A copy of `fd` that is above the three standard descriptors and closed on exec.
static inline int linux_duplicate_above_standard(int fd) { return fcntl(fd, F_DUPFD_CLOEXEC, 3); }

static inline int linux_open(const char *path, int flags) { return open(path, flags); }

static inline int linux_set_nonblocking(int fd) {
    int flags = fcntl(fd, F_GETFL);
    return flags < 0 ? -1 : fcntl(fd, F_SETFL, flags | O_NONBLOCK);
}

static inline int linux_peer_credentials(int fd, pid_t *pid, uid_t *uid, gid_t *gid) {
    struct { pid_t pid; uid_t uid; gid_t gid; } peer;  // struct ucred, unix(7)
    socklen_t length = sizeof peer;
    if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &length) < 0) return -1;
    *pid = peer.pid;
    *uid = peer.uid;
    *gid = peer.gid;
    return 0;
}

/// Fills `address` with a path in the file system; 0 when the path does not fit (ENAMETOOLONG).
static inline socklen_t linux_unix_address(struct sockaddr_un *address, const char *path) {
    size_t length = strlen(path);
    memset(address, 0, sizeof *address);
    if (length == 0 || length >= sizeof address->sun_path) {
        errno = length == 0 ? ENOENT : ENAMETOOLONG;
        return 0;
    }
    address->sun_family = AF_UNIX;
    memcpy(address->sun_path, path, length + 1);
    return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length + 1);
}

static inline int linux_bind_unix(int fd, const char *path) {
    struct sockaddr_un address;
    socklen_t length = linux_unix_address(&address, path);
    return length == 0 ? -1 : bind(fd, (struct sockaddr *)&address, length);
}

static inline int linux_connect_unix(int fd, const char *path) {
    struct sockaddr_un address;
    socklen_t length = linux_unix_address(&address, path);
    return length == 0 ? -1 : connect(fd, (struct sockaddr *)&address, length);
}

/// A datagram socket that never waits, connected to what `NOTIFY_SOCKET` names: a path, or `@` and an abstract name.
/// Any other kind of address is refused.
static inline int linux_connect_manager(const char *name) {
    if (name[0] != '/' && name[0] != '@') { errno = EAFNOSUPPORT; return -1; }
    struct sockaddr_un address;
    socklen_t length = linux_unix_address(&address, name);
    if (length == 0) return -1;
    // An abstract name begins with a zero byte and does not end with one (unix(7)).
    if (address.sun_path[0] == '@') { address.sun_path[0] = 0; length--; }
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) return -1;
    if (connect(fd, (struct sockaddr *)&address, length) == 0) return fd;
    int code = errno;
    close(fd);
    errno = code;
    return -1;
}

/// Whether something can be written to `fd` without waiting.
static inline int linux_has_room(int fd) {
    struct pollfd asked = { .fd = fd, .events = POLLOUT };
    return poll(&asked, 1, 0) == 1 && (asked.revents & POLLOUT) != 0;
}

/// Ignores SIGPIPE unless the program has chosen something else for it.
static inline int linux_ignore_broken_pipes(void) {
    struct sigaction action;
    if (sigaction(SIGPIPE, NULL, &action) < 0) return -1;
    if (action.sa_handler != SIG_DFL) return 0;
    action.sa_handler = SIG_IGN;
    action.sa_flags = 0;
    return sigaction(SIGPIPE, &action, NULL);
}

/// The environment's entries, ended by a null pointer.
static inline char *const *linux_environment(void) { return __environ; }

/// The name of an errno value ("ENOENT"); null for an unknown one.
static inline const char *linux_error_name(int code) { return strerrorname_np(code); }
static inline const char *linux_error_text(int code) { return strerrordesc_np(code); }

/// Keeps this process's memory out of core files and of other processes of the same user.
static inline int linux_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
