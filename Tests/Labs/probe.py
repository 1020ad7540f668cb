#!/usr/bin/python3
"""probe.py NAME…: tries what a unit's hardening should prevent, and prints `NAME held` or `NAME free` for each.

Each probe is named for the line that it tests. Made beforehand, outside: /home/probe, /tmp/probe, /dev/probe,
/usr/lib/modules/probe.
"""
import ctypes, errno, mmap, os, platform, signal, socket, sys

c = ctypes.CDLL(None, use_errno=True)


def fails(*codes):
    """Held when the call that follows ends with one of these."""
    def decorate(body):
        def probe():
            try:
                result = body()
            except OSError as error:
                return error.errno in codes
            return result == -1 and ctypes.get_errno() in codes
        return probe
    return decorate


def status(field):
    with open("/proc/self/status") as lines:
        return next(line.split()[1] for line in lines if line.startswith(field + ":"))


@fails(errno.EROFS)
def write_to_system():
    open("/usr/probe-written", "w").close()


@fails(errno.EROFS)
def write_to_home():
    open(os.path.expanduser("~/probe-written"), "w").close()


def tunables():
    # A read-only mount says so to everybody, whoever may write otherwise; ProcSubset= takes all of it away.
    return not os.path.exists("/proc/sys") or bool(os.statvfs("/proc/sys/net").f_flag & os.ST_RDONLY)


def control_groups():
    for place in ["/sys/fs/cgroup/systemd", "/sys/fs/cgroup/unified", "/sys/fs/cgroup"]:
        if os.path.exists(place + "/cgroup.procs"):
            return bool(os.statvfs(place).f_flag & os.ST_RDONLY)
    return False


@fails(errno.EPERM)
def read_clock_state():
    return c.adjtimex(ctypes.create_string_buffer(512))


@fails(errno.EPERM)
def set_host_name():
    name = socket.gethostname().encode()
    return c.sethostname(name, len(name))


@fails(errno.EPERM)
def make_namespace():
    return c.unshare(0x04000000)  # CLONE_NEWUTS


@fails(errno.EPERM)
def make_setuid():
    place = "/proc/self/fd/%d" % os.memfd_create("probe")
    os.chmod(place, 0o4700)


@fails(errno.EPERM)
def go_realtime():
    # A priority that is none: whoever may not even ask gets EPERM, others EINVAL.
    return c.sched_setscheduler(0, 1, ctypes.byref(ctypes.c_int(0)))


@fails(errno.EPERM)
def change_personality():
    return c.personality(0x0008)  # PER_LINUX32


@fails(errno.EAFNOSUPPORT)
def open_packet_socket():
    return socket.socket(socket.AF_PACKET, socket.SOCK_RAW).close()


@fails(errno.EPERM)
def trace():
    return c.ptrace(0, 0, None, None)  # PTRACE_TRACEME


@fails(errno.EPERM, errno.EACCES)
def map_writable_code():
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC).close()


def in_child(body):
    """What becomes of a child that does this: its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        os._exit(body() or 0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def foreign_call():
    """A system call of the 32-bit kind: getpid through int 0x80."""
    if platform.machine() != "x86_64":
        return status("Seccomp") == "2"
    code = bytes([0xB8, 20, 0, 0, 0, 0xCD, 0x80, 0xC3])

    def call():
        place = os.memfd_create("code")
        os.write(place, code)
        mapped = c.mmap
        mapped.restype, mapped.argtypes = ctypes.c_void_p, [ctypes.c_void_p] + [ctypes.c_size_t] * 5
        address = mapped(None, 4096, mmap.PROT_READ | mmap.PROT_EXEC, mmap.MAP_PRIVATE, place, 0)
        return 0 if ctypes.CFUNCTYPE(ctypes.c_int)(address)() > 0 else 1
    return in_child(call) != 0


probes = {
    "CapabilityBoundingSet": lambda: int(status("CapBnd"), 16) == 0,
    "ProtectSystem": write_to_system,
    "ProtectHome": lambda: not os.path.exists("/home/probe"),
    "ProtectHome=read-only": write_to_home,
    "PrivateTmp": lambda: not os.path.exists("/tmp/probe"),
    "PrivateDevices": lambda: not os.path.exists("/dev/probe"),
    "PrivateUsers": lambda: int(open("/proc/self/uid_map").read().split()[2]) < 2**31,
    "ProtectClock": read_clock_state,
    "ProtectHostname": set_host_name,
    "ProtectKernelLogs": lambda: not os.path.exists("/proc/kmsg") or os.stat("/proc/kmsg").st_mode & 0o777 == 0,
    "ProtectKernelModules": lambda: not os.path.exists("/usr/lib/modules/probe"),
    "ProtectKernelTunables": tunables,
    "ProtectControlGroups": control_groups,
    "ProtectProc": lambda: not os.path.exists("/proc/1"),
    "ProcSubset": lambda: not os.path.exists("/proc/uptime"),
    "NoNewPrivileges": lambda: status("NoNewPrivs") == "1",
    "RestrictNamespaces": make_namespace,
    "RestrictSUIDSGID": make_setuid,
    "RestrictRealtime": go_realtime,
    "RestrictAddressFamilies": open_packet_socket,
    "LockPersonality": change_personality,
    "MemoryDenyWriteExecute": map_writable_code,
    "SystemCallArchitectures": foreign_call,
    "SystemCallFilter": lambda: in_child(lambda: 0 if trace() else 1) != 1,
    "SystemCallErrorNumber": lambda: in_child(lambda: 0 if trace() else 1) == 0,
    "UMask": lambda: os.umask(0o077) == 0o077,
}

for name in sys.argv[1:] or probes:
    print(name, "held" if probes[name]() else "free", flush=True)
