"""Calls the ATS with signed requests. Written from what is public of the scheme, with Python's standard library alone.

Reads {"address", "user", "key", "calls": [{"method", "target", "body"?, "long"?, "signBody"?}]} from standard input and prints
a list of {"status", "body", "location"}. `long` signs the four headers of real traffic instead of host and date; `signBody`
is what is signed in place of the body that is sent.
"""

import hashlib
import hmac
import http.client
import json
import sys
from datetime import datetime, timezone
from urllib.parse import urlsplit

SCHEME = "x-icims-v1-hmac-sha256"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def sign(key: str, method: str, target: str, headers: dict[str, str]) -> tuple[str, str]:
    """The names of the signed headers and the signature."""
    path, _, query = target.partition("?")
    names = sorted(headers)
    lines = [method, path, query]
    lines += [f"{name}:{headers[name]}" for name in names]
    lines += ["", ";".join(names)]
    canonical = "\n".join(lines)
    to_sign = "\n".join([SCHEME, headers["x-icims-date"], sha256(canonical.encode())])
    return ";".join(names), hmac.new(key.encode(), to_sign.encode(), hashlib.sha256).hexdigest()


def call(given: dict, one: dict) -> dict:
    address = urlsplit(given["address"])
    body = one["body"].encode() if "body" in one else b""
    headers = {
        "host": address.netloc,
        "x-icims-date": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S+0000"),
    }
    if one.get("long"):
        headers["content-type"] = "application/json"
        headers["x-icims-content-sha256"] = sha256(one.get("signBody", one.get("body", "")).encode())
    names, signature = sign(given["key"], one["method"], one["target"], headers)
    headers["authorization"] = f"{SCHEME} user={given['user']}, signedheaders={names}, signature={signature}"
    if body:
        headers.setdefault("content-type", "application/json")
        headers["content-length"] = str(len(body))
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
    connection.putrequest(one["method"], one["target"], skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders(body or None)
    answer = connection.getresponse()
    result = {
        "status": answer.status,
        "body": answer.read().decode(),
        "location": answer.getheader("location"),
    }
    connection.close()
    return result


given = json.load(sys.stdin)
print(json.dumps([call(given, one) for one in given["calls"]]))
