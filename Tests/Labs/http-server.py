#!/usr/bin/env python3
"""http-server.py FOLDER [--status CODE]

The far end of a channel that speaks HTTP, on loopback: prints its port, appends every request to
FOLDER/requests.jsonl (method, path, headers, and the body in base64), answers with the status (200), and ends when
its standard input does.
"""
import argparse, base64, http.server, json, sys, threading

parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--status", type=int, default=200)
args = parser.parse_args()


class Recorder(http.server.BaseHTTPRequestHandler):
    def take(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with open(args.folder + "/requests.jsonl", "a") as out:
            print(json.dumps({
                "method": self.command, "path": self.path, "headers": {k.lower(): v for k, v in self.headers.items()},
                "body": base64.b64encode(body).decode(),
            }), file=out, flush=True)
        self.send_response(args.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    do_GET = do_POST = do_PUT = take

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
