#!/usr/bin/python3
"""read-maildir.py FOLDER: the mails of a Maildir as Python's own `email` reads them, a line of JSON each, the oldest first.

Headers are decoded; each part has its type, its name, its language and its text. `longest` is the longest line as it came,
in bytes, and `eighth` says whether a byte beyond ASCII came. What the parser calls a defect is under `defects`.
"""
import email, email.errors, email.policy, json, pathlib, sys

folder = pathlib.Path(sys.argv[1])
files = sorted([f for name in ("new", "cur") for f in (folder / name).glob("*")], key=lambda f: f.stat().st_mtime_ns)
for file in files:
    raw = file.read_bytes()
    # Headers may be UTF-8 where the address is (RFC 6532).
    mail = email.message_from_string(raw.decode(), policy=email.policy.SMTPUTF8)
    parts = [part for part in mail.walk() if not part.is_multipart()]
    defects = [repr(defect) for part in mail.walk() for defect in part.defects]
    defects += [f"{name}: {defect!r}" for name, value in mail.items() for defect in value.defects
                if not isinstance(defect, email.errors.NonASCIILocalPartDefect)]
    print(json.dumps({
        "headers": {name.lower(): str(value) for name, value in mail.items()},
        "names": [name for name in mail.keys()],
        "addresses": [[a.display_name, a.addr_spec] for a in mail["to"].addresses],
        "shape": mail.get_content_type(),
        "parts": [{"type": part.get_content_type(), "method": part.get_param("method"), "name": part.get_filename(),
                   "language": part["content-language"], "encoding": part["content-transfer-encoding"],
                   "text": part.get_content() if part.get_content_maintype() == "text" else part.get_payload(decode=True).decode()}
                  for part in parts],
        "longest": max(len(line) for line in raw.splitlines()), "eighth": any(byte > 127 for byte in raw),
        "defects": defects,
    }))
