"""Serves a folder on loopback, well or badly: the first part of the path says how.

/x            as servers do: ranges, ETag, Content-Length
/cut-N/x      closes the connection after N bytes
/once-N/x     closes it after N bytes the first time, is well afterwards
/norange/x    always sends everything, and tells no version
/changing/x   closes after half of it, and has another version each time
/unsized/x    does not say how much it will be
/slow/x       sends 64 KiB, then waits a moment, and so on, the first time
/lie/x        changes one byte on the way
/short/x      sends half of it and says that this is all
/status-N/x   refuses with that status
/away/x       leads to /x
/to-file/x    leads to a file of the host

With a second argument, a file with a key and its certificate, it serves by https.

Prints its port, then a line for each request: the path and the range that was asked for.
"""
import http.server
import os
import re
import ssl
import sys
import time

seen = {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        print(self.path, self.headers.get("Range", "-"), flush=True)
        seen[self.path] = seen.get(self.path, 0) + 1
        match = re.match(r"/(?:(cut|once|norange|changing|unsized|slow|lie|short|status|away|to-file)(?:-(\d+))?/)?(.*)", self.path)
        how, number, name = match.group(1) or "", int(match.group(2) or 0), match.group(3)
        path = os.path.join(sys.argv[1], os.path.basename(name))
        if how == "status":
            return self.refuse(number)
        if how in ("away", "to-file"):
            self.send_response(302)
            self.send_header("Location", "/" + name if how == "away" else "file://" + path)
            self.send_header("Content-Length", "0")
            return self.end_headers()
        if not os.path.exists(path):
            return self.refuse(404)
        with open(path, "rb") as file:
            body = bytearray(file.read())
        if how == "lie":
            body[len(body) // 2] ^= 1
        if how == "short":
            body = body[: len(body) // 2 // 512 * 512]
        self.serve(body, how, number)

    def serve(self, body, how, number):
        tag = '"%d-%d"' % (len(body), seen[self.path] if how == "changing" else 0)
        start = 0
        wanted = re.match(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if wanted and how != "norange" and self.headers.get("If-Range", tag) == tag:
            start = int(wanted.group(1))
            if start >= len(body):
                return self.refuse(416)
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", "bytes %d-%d/%d" % (start, len(body) - 1, len(body)))
        if how != "norange":
            self.send_header("ETag", tag)
        if how == "unsized":
            self.send_header("Connection", "close")
            self.close_connection = True
        else:
            self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        rest = body[start:]
        if how == "cut" or (how == "once" and seen[self.path] == 1):
            rest, self.close_connection = rest[:number], True
        if how == "changing":
            rest, self.close_connection = rest[: len(rest) // 2], True
        for offset in range(0, len(rest), 65536):
            self.wfile.write(rest[offset : offset + 65536])
            if how == "slow" and seen[self.path] == 1:
                time.sleep(0.05)

    def refuse(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
