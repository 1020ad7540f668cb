#!/usr/bin/python3
"""A notification server that does as it is told: notification-server.py LOG [OPTION…]

Writes each call that it gets to LOG, a line of JSON each, and takes orders on standard input:
    press ID ACTION        the person presses a button
    close ID REASON        the notice goes: 1 expired, 2 dismissed, 3 closed by a call
    quit                   ends at once
"""

import argparse
import json
import os
import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

parser = argparse.ArgumentParser()
parser.add_argument("log")
parser.add_argument("--capabilities", default="actions,body,body-markup")
parser.add_argument("--first", type=int, default=1, help="the first notice's number")
parser.add_argument("--same", action="store_true", help="gives every notice the same number")
parser.add_argument("--delay", type=float, default=0, help="seconds before it answers Notify")
parser.add_argument("--silent", action="store_true", help="never answers Notify")
parser.add_argument("--mute", action="store_true", help="never says what it can do")
parser.add_argument("--error", help="answers Notify with this error")
parser.add_argument("--dies", type=float, help="seconds after a notice in which it ends")
options = parser.parse_args()


def plain(value):
    if isinstance(value, dbus.Boolean):
        return bool(value)
    if isinstance(value, (dbus.Array, list)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, int):
        return int(value)
    return str(value)


class Refusal(dbus.DBusException):
    _dbus_error_name = options.error


class Server(dbus.service.Object):
    def __init__(self, bus):
        super().__init__(bus, PATH)
        self.last = options.first - 1
        self.log = open(options.log, "a", buffering=1, encoding="utf-8")

    def note(self, call, **what):
        self.log.write(json.dumps({"call": call, **what}, ensure_ascii=False) + "\n")

    @dbus.service.method(NAME, in_signature="", out_signature="as", async_callbacks=("reply", "refuse"))
    def GetCapabilities(self, reply, refuse):
        self.note("GetCapabilities")
        if not options.mute:
            reply([name for name in options.capabilities.split(",") if name])

    @dbus.service.method(NAME, in_signature="", out_signature="ssss")
    def GetServerInformation(self):
        return ("a test", "Troth", "1", "1.2")

    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u", async_callbacks=("reply", "refuse"))
    def Notify(self, app, replaces, icon, summary, body, actions, hints, timeout, reply, refuse):
        if replaces:
            number = int(replaces)
        elif options.same:
            number = options.first
        else:
            self.last += 1
            number = self.last
        self.note("Notify", app=plain(app), replaces=int(replaces), icon=plain(icon), summary=plain(summary),
                  body=plain(body), actions=plain(actions), hints=plain(hints), timeout=int(timeout), id=number)
        if options.error:
            refuse(Refusal("told to"))
        elif options.silent:
            pass
        elif options.delay:
            GLib.timeout_add(int(options.delay * 1000), lambda: reply(number) and False)
        else:
            reply(number)
        if options.dies is not None:
            GLib.timeout_add(int(options.dies * 1000), lambda: os._exit(0))

    @dbus.service.method(NAME, in_signature="u", out_signature="")
    def CloseNotification(self, number):
        self.note("CloseNotification", id=int(number))
        self.NotificationClosed(number, 3)

    @dbus.service.signal(NAME, signature="uu")
    def NotificationClosed(self, number, reason):
        pass

    @dbus.service.signal(NAME, signature="us")
    def ActionInvoked(self, number, action):
        pass


DBusGMainLoop(set_as_default=True)
bus = dbus.bus.BusConnection(os.environ["DBUS_SESSION_BUS_ADDRESS"])
server = Server(bus)
owned = dbus.service.BusName(NAME, bus, do_not_queue=True)
loop = GLib.MainLoop()


def order(source, condition):
    words = sys.stdin.readline().split()
    if not words:
        return False
    if words[0] == "press":
        server.ActionInvoked(dbus.UInt32(int(words[1])), words[2])
    elif words[0] == "close":
        server.NotificationClosed(dbus.UInt32(int(words[1])), dbus.UInt32(int(words[2])))
    elif words[0] == "quit":
        os._exit(0)
    return True


GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, order)
print("ready", flush=True)
loop.run()
