#!/usr/bin/env python3
"""A partner for Slipway's Prime assessments: one file, the standard library of Python 3.11, nothing else.

It was written from the partners' guide alone and follows its sections, whose numbers stand in the comments.
State lives in memory, so a restart forgets the orders. A partner in production keeps `Orders`, and the rows
that are still to be written, in a database (guide, section 11).

    python3 partner.py --config partner.json --port 9100
"""

import argparse
import base64
import hmac
import http.client
import json
import os
import random
import re
import signal
import sys
import threading
import time
import traceback
import uuid
import zlib
from dataclasses import dataclass, field
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

# Section 3.1: what this partner declares. The reading below follows this manifest, so the two cannot disagree.
DECLARATION = {
    "completesTestOrders": True,
    "supportsCancel": True,
    "manifest": [
        {"profileType": "person", "field": "firstname", "access": "read", "required": True},
        {"profileType": "person", "field": "lastname", "access": "read", "required": True},
        {"profileType": "person", "field": "email", "access": "read", "required": True},
        {"profileType": "job", "field": "jobtitle", "access": "read", "required": True},
        {"profileType": "applicantworkflow", "field": "assessmentresults", "access": "read-write", "required": False},
    ],
    "wordings": {},
}

# Section 6.3: what every order must have, and the token by which a message names it.
REQUIRED_IN_ORDER = [
    ("candidate", "firstName", "{{person.firstname}}"),
    ("candidate", "lastName", "{{person.lastname}}"),
    ("candidate", "email", "{{person.email}}"),
    ("job", "title", "{{job.jobtitle}}"),
]

# The types of sections 6.1, 7.2 and 8. Members that are not listed are ignored.
ORDER_SHAPE = {
    "orderId": str, "customerId": str, "packageId": str, "test": bool, "createdAt": str,
    "candidate": {"id": int, "firstName": str, "lastName": str, "email": str, "phone": str},
    "job": {"id": int, "title": str, "location": str},
    "recruiter": {"id": int, "email": str},
    "workflow": {"id": int},
    "links": list,
    "api": {"baseUrl": str},
}
CANCEL_SHAPE = {"orderId": str, "customerId": str, "reason": str}
EVENT_SHAPE = {"eventType": str, "customerId": str, "systemId": str, "jobId": str, "personId": str, "links": list}

# Section 10: the ids of `assessmentstatus`, which are the same at every customer.
ROW_STATUS = {"sent": "D37002019004", "complete": "D37002019001", "cancelled": "D37002019002"}

ANSWER_WITHIN = 8.0  # seconds; the platform's budget for an order is 10 (section 11)
LARGEST_BODY = 1024 * 1024  # bytes, before and after decompression
TRY_AGAIN_ON = {429, 500, 502, 503, 504}
PRODUCT = "PythonPartner/1.0"
ASSESSMENT_SITE = "https://assess.python-partner.example.test"

FAULTS = ("accepts-duplicates", "names-no-field", "never-delivers")  # on purpose, to see a validation fail

UNREADABLE = "The request could not be read. Please contact support."
NOT_CONNECTED = "The connection to the assessment provider is not set up correctly. Please contact support."
NO_SUCH_CUSTOMER = "This customer is not set up for assessments yet. Please contact support."
NO_SUCH_ORDER = "This assessment is not known to the assessment provider. Please contact support."
NO_SUCH_CALL = "The assessment provider does not offer this. Please contact support."
OUR_FAULT = "Something went wrong at the assessment provider. Please contact support."
ATS_REFUSES = "The assessment could not be sent because the connection is not set up correctly. Please contact support."
ATS_IS_BUSY = "The assessment could not be sent just now. Please try again in a few minutes."


class Refusal(Exception):
    """An answer that is not a success: a status and the two texts of the vendor error standard (section 4.3)."""

    def __init__(self, status, user_message, debug_message):
        super().__init__(debug_message)
        self.status = status
        self.body = {"error": {"userMessage": user_message, "debugErrorMessage": debug_message}}


class AtsBusy(Exception):
    """The ATS does not answer now; trying again, `pause` seconds from now at the earliest, will help."""

    def __init__(self, reason, pause=0.0):
        super().__init__(reason)
        self.pause = pause


class AtsRefused(Exception):
    """The ATS answered with an error that will not go away by itself."""


def log(text):
    print(f"{instant(datetime.now(timezone.utc))} {text}", file=sys.stderr, flush=True)


def instant(moment):
    """ISO 8601 in UTC with milliseconds and Z (section 7.1)."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def is_blank(value):
    """Missing in the sense of section 6.3."""
    return value is None or (isinstance(value, str) and not value.strip())


def fits(value, shape):
    """True when every member that is there has the right type. Absent and null are looked at elsewhere."""
    if value is None:
        return True
    if isinstance(shape, dict):
        return isinstance(value, dict) and all(fits(value.get(name), inner) for name, inner in shape.items())
    return isinstance(value, shape) and (shape is bool or not isinstance(value, bool))


# --- Configuration (section 15) ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Customer:
    ats: tuple  # user name and password with which we call the ATS
    platform: tuple  # user name and password with which the platform calls us
    packages: list


class Settings:
    """The configuration file, read anew whenever it has changed, or after `forget()`."""

    def __init__(self, path):
        self.path = path
        self.lock = threading.Lock()
        self.stamp = None
        self.raw, self.customers = {}, {}
        self.refresh(strict=True)

    def forget(self):
        self.stamp = None

    def refresh(self, strict=False):
        """A file that cannot be read, perhaps because it is just being written, leaves the settings as they were."""
        with self.lock:
            try:
                found = os.stat(self.path)
                stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
                if stamp != self.stamp:
                    with open(self.path, encoding="utf-8") as file:
                        raw = json.load(file)
                    customers = {name: self.customer_of(given) for name, given in raw.get("customers", {}).items()}
                    self.raw, self.customers, self.stamp = raw, customers, stamp
            except (OSError, ValueError, KeyError, TypeError, AttributeError) as failure:
                if strict:
                    raise
                log(f"configuration not read, the earlier one stays: {failure!r}")

    @staticmethod
    def customer_of(given):
        pair = lambda name: (given[name]["username"], given[name]["password"])
        return Customer(pair("ats"), pair("platform"), given.get("packages", []))

    def customers_of_caller(self, authorization):
        """The ids of the customers for whom these credentials were given out. None: refuse with 401."""
        try:
            scheme, encoded = authorization.split(" ", 1)
            given = base64.b64decode(encoded.strip(), validate=True) if scheme.lower() == "basic" else b""
        except (AttributeError, ValueError):
            given = b""
        # Every customer is compared, in constant time, so that the time of the answer tells nothing.
        return {
            customer_id
            for customer_id, customer in self.customers.items()
            if hmac.compare_digest(given, ":".join(customer.platform).encode())
        }


# --- Orders ------------------------------------------------------------------------------------------------------


@dataclass(eq=False)
class Order:
    customer_id: str
    order_id: str
    package_id: str | None
    subject: tuple  # candidate, job and package: who is assessed, for what, with what
    profiles: dict  # the addresses of the order's profiles in the ATS, by profile type
    ordered_at: datetime
    is_test: bool
    partner_order_id: str = field(default_factory=lambda: f"PY-{uuid.uuid4().hex[:12]}")
    package_name: str = ""
    status: str = "checking"  # then: sent, complete or cancelled
    completed_at: datetime | None = None
    score: float | None = None
    row: str | None = None  # the address of the result row
    row_tried: bool = False  # a row was asked for: look for it before asking again
    written: str | None = None  # the status that the row shows
    writing: threading.Lock = field(default_factory=threading.Lock)

    def link(self, page):
        return f"{ASSESSMENT_SITE}/{page}/{self.partner_order_id}"

    @staticmethod
    def from_body(body):
        """The order of section 6.1. Fields that a recruiter can fill in may be missing here, ids may not."""
        try:
            base = body["api"]["baseUrl"]
            candidate, job, workflow = (body[name]["id"] for name in ("candidate", "job", "workflow"))
            created_at = datetime.fromisoformat(body["createdAt"]).astimezone(timezone.utc)
            needed = (body["customerId"], body["orderId"], candidate, job, workflow)
            if any(map(is_blank, needed)) or urlsplit(base).scheme not in ("http", "https"):
                raise ValueError("an id or the address of the ATS")
        except (KeyError, TypeError, ValueError) as failure:
            raise Refusal(400, UNREADABLE, f"malformed order: {failure!r}") from failure
        package_id = None if is_blank(body.get("packageId")) else body["packageId"]
        return Order(
            customer_id=body["customerId"],
            order_id=body["orderId"],
            package_id=package_id,
            subject=(candidate, job, package_id),
            profiles={
                "person": f"{base}/people/{candidate}",
                "job": f"{base}/jobs/{job}",
                "applicantworkflow": f"{base}/applicantworkflows/{workflow}",
            },
            ordered_at=created_at,
            is_test=body.get("test") is True,
        )


class Orders:
    """Every order by (customer, order id), behind one lock. Here two equal orders meet, and one of them wins."""

    def __init__(self):
        self.changed = threading.Condition()
        self.by_key = {}

    def reserve(self, order, give_up_at):
        """Takes the order's place and returns None, or returns the order that has it already (section 6.4)."""
        with self.changed:
            while rival := self._rival(order):
                remaining = give_up_at - time.monotonic()
                if rival.status != "checking" or remaining <= 0:
                    return rival
                self.changed.wait(remaining)  # the rival may still be refused, and then this one counts
            self.by_key[order.customer_id, order.order_id] = order
            return None

    def _rival(self, order):
        same = self.by_key.get((order.customer_id, order.order_id))
        if same or order.package_id is None:
            return same
        for other in self.by_key.values():
            if other.customer_id == order.customer_id and other.subject == order.subject:
                if other.status in ("checking", "sent"):
                    return other
        return None

    def drop(self, order):
        with self.changed:
            del self.by_key[order.customer_id, order.order_id]
            self.changed.notify_all()

    def move(self, order, before, after, **more):
        """Changes the status if it still is `before`; tells whether it did."""
        with self.changed:
            if order.status != before:
                return False
            for name, value in more.items():
                setattr(order, name, value)
            order.status = after
            self.changed.notify_all()
            return True

    def accepted(self, customer_id, order_id):
        with self.changed:
            order = self.by_key.get((customer_id, order_id))
            if order and order.status != "checking":
                return order
        raise Refusal(404, NO_SUCH_ORDER, f"unknown order {order_id}")


# --- The ATS (sections 9 to 11) ----------------------------------------------------------------------------------


class Ats:
    """Calls the ATS, each customer's with that customer's credentials, and keeps to its quotas."""

    def __init__(self, settings):
        self.settings = settings
        self.closed_until = {}  # by customer: after a 429 nobody calls for that customer

    def call(self, customer_id, method, address, body=None, timeout=30.0):
        """One call, answered by its headers and its JSON. Raises AtsBusy or AtsRefused."""
        pause = self.closed_until.get(customer_id, 0.0) - time.monotonic()
        if pause > 0:
            raise AtsBusy("the quota is used up", pause)
        customer = self.settings.customers.get(customer_id)
        if customer is None:
            raise AtsRefused("the customer is not configured any more")
        try:
            status, headers, data = self._send(customer, method, address, body, timeout)
        except (OSError, http.client.HTTPException) as failure:
            raise AtsBusy(f"no answer: {failure!r}") from failure
        if status in TRY_AGAIN_ON:
            pause = self._seconds(headers, "Retry-After")
            if status == 429:
                pause = max(pause or self._seconds(headers, "x-ratelimit-reset"), 1.0)
                self.closed_until[customer_id] = time.monotonic() + pause
            raise AtsBusy(f"{method} was answered {status}", pause)
        if status >= 300:
            raise AtsRefused(f"{method} was answered {status}")
        return headers, json.loads(data) if data.strip() else None

    def patiently(self, step, give_up_at=float("inf")):
        """Repeats the step while the ATS is busy, waiting twice as long each time."""
        delay = 1.0
        while True:
            try:
                return step()
            except AtsBusy as busy:
                pause = max(delay, busy.pause) + random.uniform(0, 0.3)
                if time.monotonic() + pause > give_up_at:
                    raise
                log(f"the ATS is busy ({busy}); again in {pause:.1f} s")
                time.sleep(pause)
                delay = min(delay * 2, 300.0)

    @staticmethod
    def _send(customer, method, address, body, timeout):
        # http.client follows no redirect and knows no proxy: the credentials go to this address only.
        url = urlsplit(address)
        connect = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
        headers = {
            "Authorization": "Basic " + base64.b64encode(":".join(customer.ats).encode()).decode(),
            "Accept": "application/json",
            "User-Agent": PRODUCT,
        }
        if body is not None:
            headers["Content-Type"] = "application/json"
        connection = connect(url.hostname, url.port, timeout=timeout)
        try:
            path = url.path + (f"?{url.query}" if url.query else "")
            connection.request(method, path, None if body is None else json.dumps(body).encode(), headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    @staticmethod
    def _seconds(headers, name):
        value = headers.get(name, "")
        return float(value) if value.strip().isdigit() else 0.0


# --- The partner: one method for each call of the platform -------------------------------------------------------


@dataclass(frozen=True)
class Call:
    customer_ids: set  # the customers for whom the caller's credentials were given out
    query: dict
    body: object
    order_id: str | None  # from the path

    def customer(self, customer_id):
        if is_blank(customer_id):
            raise Refusal(400, UNREADABLE, "no customerId")
        if customer_id not in self.customer_ids:
            raise Refusal(404, NO_SUCH_CUSTOMER, "unknown customer, or not the one of these credentials")
        return customer_id

    def customer_of_query(self):
        return self.customer(self.query.get("customerId", [None])[0])

    def body_of(self, shape):
        if not isinstance(self.body, dict) or not fits(self.body, shape):
            raise Refusal(400, UNREADABLE, "not an object, or a member has a wrong type")
        if self.order_id is not None and self.body.get("orderId") != self.order_id:
            raise Refusal(400, UNREADABLE, "the orderId is not the one of the path")
        return self.body


@dataclass(frozen=True)
class Answer:
    status: int
    body: dict
    then: object = None  # what to do once the answer is out


class Partner:
    def __init__(self, settings, fault=None):
        self.settings = settings
        self.fault = fault
        self.orders = Orders()
        self.ats = Ats(settings)

    # Section 5
    def list_packages(self, call):
        customer_id = call.customer_of_query()
        return Answer(200, {"packages": self.settings.customers[customer_id].packages})

    # Section 6
    def take_order(self, call):
        give_up_at = time.monotonic() + ANSWER_WITHIN
        body = call.body_of(ORDER_SHAPE)
        order = Order.from_body(body)
        call.customer(order.customer_id)
        if earlier := self.orders.reserve(order, give_up_at):
            return self.answer_duplicate(earlier)
        try:
            self.check(order, body, give_up_at)
        except BaseException:
            self.orders.drop(order)  # a refused order leaves nothing behind
            raise
        self.orders.move(order, "checking", "sent")
        return Answer(202, self.receipt(order), then=lambda: self.look_after(order))

    @staticmethod
    def receipt(order):
        return {"partnerOrderId": order.partner_order_id, "assessmentUrl": order.link("start")}

    def answer_duplicate(self, earlier):
        if self.fault == "accepts-duplicates":
            return Answer(202, self.receipt(earlier))
        message = {
            "complete": "This assessment was already completed for this candidate. Please read its result.",
            "cancelled": "This assessment was already ordered for this candidate and then cancelled. Please order it anew.",
        }.get(
            earlier.status,
            "This assessment was already ordered for this candidate. Please wait for the result.",
        )
        raise Refusal(400, message, f"duplicate: order {earlier.order_id} is {earlier.status}")

    def check(self, order, body, give_up_at):
        """Steps 3 to 6 of section 6.2: everything that the recruiter could mend, what is missing named all at once."""
        missing = [
            token for part, member, token in REQUIRED_IN_ORDER if is_blank((body.get(part) or {}).get(member))
        ]
        without_package = order.package_id is None
        try:
            unknown_to_ats = self.missing_in_ats(order, give_up_at)
        except Refusal:
            if not missing and not without_package:
                self.active_package(order)  # known without the ATS, too
                raise
            unknown_to_ats = []  # what the order lacks can be said all the same
        missing += [token for token in unknown_to_ats if token not in missing]
        if missing or without_package:
            raise self.refusal_for(missing, without_package)
        order.package_name = self.active_package(order)

    def active_package(self, order):
        for package in self.settings.customers[order.customer_id].packages:
            if package["packageId"] == order.package_id and package["active"]:
                return package["name"]
        raise Refusal(
            400,
            "This package is not available any more. Please choose another package and send the assessment again.",
            "order refused: the package is not active for this customer",
        )

    def missing_in_ats(self, order, give_up_at):
        """Reads the candidate and the job; the tokens of the required fields for which the ATS has no value."""
        missing = []
        try:
            for profile_type in ("person", "job"):
                wanted = [entry for entry in DECLARATION["manifest"] if entry["profileType"] == profile_type]
                profile = self.read(order, profile_type, [entry["field"] for entry in wanted], give_up_at)
                missing += [
                    f"{{{{{profile_type}.{entry['field']}}}}}"
                    for entry in wanted
                    if entry["required"] and is_blank(profile.get(entry["field"]))
                ]
        except AtsBusy as busy:
            raise Refusal(503, ATS_IS_BUSY, f"the ATS is busy: {busy}") from busy
        except AtsRefused as refused:
            raise Refusal(500, ATS_REFUSES, f"the ATS refuses: {refused}") from refused
        return missing

    def read(self, order, profile_type, fields, give_up_at=float("inf")):
        address = f"{order.profiles[profile_type]}?fields={','.join(fields)}"

        def once():
            timeout = min(30.0, max(0.1, give_up_at - time.monotonic()))
            return self.ats.call(order.customer_id, "GET", address, timeout=timeout)[1] or {}

        return self.ats.patiently(once, give_up_at)

    def refusal_for(self, missing, without_package):
        if self.fault == "names-no-field":
            return Refusal(400, "The assessment cannot be sent because something is missing.", "incomplete order")
        names = missing + (["the package"] if without_package else [])
        debug = f"order refused: missing {', '.join(names)}".replace("the package", "packageId")
        if not missing:
            return Refusal(
                400,
                "The assessment cannot be sent because no package was chosen. "
                "Please choose a package and send the assessment again.",
                debug,
            )
        listed = " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
        verb, them = ("are", "them") if len(names) > 1 else ("is", "it")
        return Refusal(
            400,
            f"The assessment cannot be sent because {listed} {verb} missing. "
            f"Please fill {them} in and send the assessment again.",
            debug,
        )

    # Section 7
    def tell_status(self, call):
        order = self.orders.accepted(call.customer_of_query(), call.order_id)
        with self.orders.changed:
            body = {"orderId": order.order_id, "status": order.status}
            if order.completed_at:
                body["completedAt"] = instant(order.completed_at)
        return Answer(200, body)

    def cancel(self, call):
        body = call.body_of(CANCEL_SHAPE)
        order = self.orders.accepted(call.customer(body.get("customerId")), call.order_id)
        if self.orders.move(order, "sent", "cancelled"):
            return Answer(200, {}, then=lambda: self.in_background(self.deliver, order))
        if order.status == "complete":
            raise Refusal(
                400,
                "This assessment is already complete and cannot be cancelled.",
                f"cancel refused: order {order.order_id} is complete",
            )
        return Answer(200, {})

    # Section 8: an event is news, not an order.
    def take_event(self, call):
        body = call.body_of(EVENT_SHAPE)
        log(f"event {body.get('eventType')} of customer {call.customer(body.get('customerId'))}")
        return Answer(200, {})

    # Sections 10 and 12
    def look_after(self, order):
        self.in_background(self.deliver, order)
        if order.is_test:
            delay = self.settings.raw.get("testCompletionMs", 1500) / 1000
            timer = threading.Timer(delay, self.complete, [order])
            timer.daemon = True
            timer.start()

    def complete(self, order):
        made_up = round(random.uniform(40, 100), 1)
        now = datetime.now(timezone.utc)
        if self.orders.move(order, "sent", "complete", completed_at=now, score=made_up):
            self.deliver(order)

    def deliver(self, order):
        """Brings the result row up to the order's status and does not give up before the ATS has it."""
        if self.fault == "never-delivers":
            return
        with order.writing:  # one writer for one row
            while order.written != order.status:
                try:
                    self.ats.patiently(lambda: self.write_row(order))
                except AtsRefused as refused:
                    log(f"the row of order {order.order_id} was not written, tell support: {refused}")
                    return

    def write_row(self, order):
        """One attempt. A creation that got no answer may have succeeded, so the row is looked for first."""
        with self.orders.changed:
            status, row = order.status, self.row_of(order)
        workflow = order.profiles["applicantworkflow"]
        if order.row is None and order.row_tried:
            address = f"{workflow}?fields=assessmentresults"
            _, profile = self.ats.call(order.customer_id, "GET", address)
            for entry in (profile or {}).get("assessmentresults", []):
                if entry.get("assessmenturl") == order.link("reports"):
                    order.row = f"{workflow}/fields/assessmentresults/{entry['entry']}"
        if order.row is None:
            order.row_tried = True
            headers, _ = self.ats.call(order.customer_id, "POST", f"{workflow}/fields/assessmentresults", row)
            order.row = headers.get("Location")
        else:
            self.ats.call(order.customer_id, "PATCH", order.row, row)
        order.written = status

    @staticmethod
    def row_of(order):
        row = {
            "assessmentname": {"value": order.package_name},
            "assessmentdate": (order.completed_at or order.ordered_at).strftime("%Y-%m-%d %I:%M %p"),
            "assessmentstatus": {"id": ROW_STATUS[order.status]},
            "assessmenturl": order.link("reports"),
        }
        if order.status == "complete":
            row["assessmentscore"] = order.score
            row["assessmentresult"] = "Passed" if order.score >= 60 else "Not passed"
            row["assessmentnotes"] = "The score of this test order is made up."
        if order.status == "cancelled":
            row["assessmentnotes"] = "Cancelled by the recruiter"
        return row

    @staticmethod
    def in_background(work, *arguments):
        threading.Thread(target=work, args=arguments, daemon=True).start()


# --- HTTP (section 4) --------------------------------------------------------------------------------------------

ROUTES = [
    (re.compile(r"/packages"), {"GET": Partner.list_packages}),
    (re.compile(r"/orders"), {"POST": Partner.take_order}),
    (re.compile(r"/orders/([^/]+)"), {"GET": Partner.tell_status}),
    (re.compile(r"/orders/([^/]+)/cancel"), {"POST": Partner.cancel}),
    (re.compile(r"/events"), {"POST": Partner.take_event}),
]


class Server(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for the answers under way
    request_queue_size = 128

    def __init__(self, address, partner):
        super().__init__(address, Handler)
        self.partner = partner


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10

    def version_string(self):
        return PRODUCT

    def handle_call(self):
        try:
            answer = self.answer()
        except Refusal as refusal:
            answer = Answer(refusal.status, refusal.body)
        except Exception:
            traceback.print_exc()
            answer = Answer(500, Refusal(500, OUR_FAULT, "unexpected exception").body)
        try:
            self.send_answer(answer)
        finally:
            if answer.then:
                answer.then()

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = handle_call

    def answer(self):
        settings, partner = self.server.partner.settings, self.server.partner
        settings.refresh()
        data = self.read_body()  # also of a refused call: what stays unread would break the connection
        customer_ids = settings.customers_of_caller(self.headers.get("Authorization"))
        if not customer_ids:
            raise Refusal(401, NOT_CONNECTED, "wrong credentials")
        url = urlsplit(self.path)
        method, order_id = self.route(url.path)
        body = self.parse(data) if self.command == "POST" else None
        return method(partner, Call(customer_ids, parse_qs(url.query), body, order_id))

    def route(self, path):
        for pattern, methods in ROUTES:
            if match := pattern.fullmatch(path):
                if self.command not in methods:
                    raise Refusal(405, NO_SUCH_CALL, f"{self.command} is not possible here")
                return methods[self.command], unquote(match.group(1)) if match.groups() else None
        raise Refusal(404, NO_SUCH_CALL, "unknown path")

    def read_body(self):
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            raise Refusal(400, UNREADABLE, "the Content-Length is wrong or too large")
        return self.rfile.read(int(length))

    def parse(self, data):
        try:
            if self.headers.get("Content-Encoding", "identity").strip().lower() == "gzip":
                unpack = zlib.decompressobj(wbits=31)
                data = unpack.decompress(data, LARGEST_BODY)
                if not unpack.eof:
                    raise ValueError("the gzip stream is cut off or too large")
            return json.loads(data.decode("utf-8"))
        except (ValueError, zlib.error, RecursionError) as failure:
            raise Refusal(400, UNREADABLE, f"the body is not JSON: {failure}") from failure

    def send_answer(self, answer):
        data = json.dumps(answer.body, ensure_ascii=False).encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Connection", "close")  # so that no idle connection holds up the end of the program
        if answer.status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="prime"')
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def send_error(self, code, message=None, explain=None):
        """Called by the library for what it cannot read as HTTP; its own form would be a page of HTML."""
        self.send_answer(Answer(code, Refusal(code, UNREADABLE, message or "not readable as HTTP").body))

    def log_message(self, format, *arguments):
        delivery = self.headers.get("X-Slipway-Delivery", "-") if getattr(self, "headers", None) else "-"
        log(f"{delivery} {format % arguments}")


def main():
    parser = argparse.ArgumentParser(description="A partner for Slipway's Prime assessments.")
    parser.add_argument("--config", metavar="FILE", help="the configuration (JSON); read anew when it changes")
    parser.add_argument("--port", type=int, help="0 takes any free port; without it the configuration's")
    parser.add_argument("--fault", choices=FAULTS, help="be wrong in this way")
    parser.add_argument("--declaration", action="store_true", help="print what this partner declares, and end")
    options = parser.parse_args()
    if options.declaration:
        print(json.dumps(DECLARATION, indent=2))
        return
    if not options.config:
        parser.error("--config is needed")

    settings = Settings(options.config)
    port = options.port if options.port is not None else settings.raw.get("port", 9100)
    server = Server((settings.raw.get("host", "127.0.0.1"), port), Partner(settings, options.fault))
    # shutdown() waits for serve_forever(), which runs in this thread, and so has to be called from another.
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
    signal.signal(signal.SIGHUP, lambda *_: settings.forget())
    sys.stdout.write(json.dumps({"ready": True, "port": server.server_port}) + "\n")  # one piece for who reads a pipe
    sys.stdout.flush()
    server.serve_forever(poll_interval=0.1)
    server.server_close()


if __name__ == "__main__":
    main()
