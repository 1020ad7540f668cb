#!/usr/bin/env python3
"""smtp-server.py FOLDER [--cert C --key K [--implicit]] [--auth USER:PASSWORD | --token USER:TOKEN] [--no-utf8]
               [--greeting silent|garbage] [--stall PHASE] [--slow SECONDS] [--hold FILE]
               [--port PORT]

A mail server on loopback for tests: prints its port, appends every message it takes to FOLDER/messages.jsonl
(when, from, to, the client's port, login, TLS, and the text in base64), and ends when its standard input does.

--token lets in who brings that token by XOAUTH2. --stall falls silent for ever at EHLO, STARTTLS, TLS (the handshake
after STARTTLS), AUTH, MAIL, RCPT, DATA (before it asks for the text) or QUIT; --slow takes its time over each message,
and --hold as long as FILE is there.

The local part of the recipient chooses what goes wrong:
rcpt-450, rcpt-550, grey (450 once), drop-at-rcpt, 421, data-451, data-552, slow (answers after a second),
drop-after-data (takes it, then cuts the connection), hang-after-data
(takes it, never answers); anything else is taken. After `once-` a fault comes the first time only.
"""
import argparse, asyncio, base64, json, logging, os, ssl, sys, time
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

logging.disable(logging.CRITICAL)
parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--cert")
parser.add_argument("--key")
parser.add_argument("--implicit", action="store_true")
parser.add_argument("--auth")
parser.add_argument("--no-utf8", action="store_true")
parser.add_argument("--token")
parser.add_argument("--greeting")
parser.add_argument("--stall")
parser.add_argument("--slow", type=float, default=0)
parser.add_argument("--hold")
parser.add_argument("--port", type=int, default=0)
args = parser.parse_args()
met = set()


class Faults:
    def take(self, session, envelope):
        login = session.auth_data.login.decode() if session.auth_data else None
        with open(args.folder + "/messages.jsonl", "a") as out:
            print(json.dumps({
                "at": time.time(), "from": envelope.mail_from, "to": envelope.rcpt_tos, "port": session.peer[1], "login": login,
                "tls": session.ssl is not None or args.implicit, "text": base64.b64encode(envelope.content).decode(),
            }), file=out, flush=True)

    def fault(self, address):
        name = address.split("@")[0]
        if not name.startswith("once-"):
            return name
        return "" if name in met else name[5:]

    def remember(self, address):
        met.add(address.split("@")[0])

    async def handle_RCPT(self, server, session, envelope, address, options):
        fault = self.fault(address)
        if fault in ("rcpt-450", "rcpt-550", "drop-at-rcpt", "421"):
            self.remember(address)
        if fault == "rcpt-450":
            return "450 4.2.1 mailbox busy"
        if fault == "rcpt-550":
            return "550 5.1.1 no such mailbox"
        if fault == "grey" and address not in met:
            met.add(address)
            return "450 4.2.0 greylisted, come again"
        if fault == "drop-at-rcpt":
            server.transport.abort()
            return "250 gone"
        if fault == "421":
            server.transport.write(b"421 4.3.2 closing down\r\n")
            server.transport.close()
            return "421 4.3.2 closing down"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, server, session, envelope):
        fault = self.fault(envelope.rcpt_tos[0])
        self.remember(envelope.rcpt_tos[0])
        if fault == "data-451":
            return "451 4.3.0 disk trouble"
        if fault == "data-552":
            return "552 5.2.2 mailbox full"
        self.take(session, envelope)
        if fault == "slow":
            await asyncio.sleep(1)
        await asyncio.sleep(args.slow)
        while args.hold and os.path.exists(args.hold):
            await asyncio.sleep(0.02)
        if fault == "drop-after-data":
            server.transport.abort()
        if fault == "hang-after-data":
            await asyncio.sleep(3600)
        return "250 2.0.0 taken"


class Tokens(Faults):
    """What Google and Microsoft take in place of a password."""

    async def auth_XOAUTH2(self, server, words):
        user, token = args.token.split(":", 1)
        given = base64.b64decode(words[1]) if len(words) > 1 else await server.challenge_auth("")
        if given == f"user={user}\x01auth=Bearer {token}\x01\x01".encode():
            return AuthResult(success=True, auth_data=LoginPassword(user.encode(), b""))
        await server.challenge_auth('{"status":"401"}')
        return AuthResult(success=False, handled=False)


async def silence(server, *_):
    await asyncio.sleep(3600)


async def silent_handshake(server, *_):
    await server.push("220 2.0.0 ready")
    await asyncio.sleep(3600)


class Stalling(SMTP):
    pass


if args.stall == "TLS":
    Stalling.smtp_STARTTLS = silent_handshake
elif args.stall:
    setattr(Stalling, "smtp_" + args.stall, silence)


def check(server, session, envelope, mechanism, data):
    user, password = args.auth.split(":", 1)
    return AuthResult(
        success=data.login == user.encode() and data.password == password.encode(), handled=False, auth_data=data)


async def oddity(reader, writer):
    if args.greeting == "garbage":
        writer.write(b"\x00\xff\xfe what is this\r\n")
    await reader.read()
    writer.close()


async def main():
    context = None
    if args.cert:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(args.cert, args.key)

    def session():
        starttls = context if not args.implicit else None
        return Stalling(
            Tokens() if args.token else Faults(), hostname="mx.test", tls_context=starttls, require_starttls=starttls is not None,
            authenticator=check if args.auth else None, auth_required=bool(args.auth or args.token),
            auth_exclude_mechanism=["PLAIN", "LOGIN"] if args.token else None, auth_require_tls=starttls is not None, enable_SMTPUTF8=not args.no_utf8)

    loop = asyncio.get_running_loop()
    if args.greeting:
        server = await asyncio.start_server(oddity, "127.0.0.1", args.port)
    else:
        server = await loop.create_server(session, "127.0.0.1", args.port, ssl=context if args.implicit else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    ended = asyncio.Event()
    loop.add_reader(sys.stdin, lambda: ended.set() if not sys.stdin.readline() else None)
    await ended.wait()


asyncio.run(main())
