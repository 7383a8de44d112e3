"""Where a link may lead. In: an address as content writes it. Out: the address as a file may carry it, or nothing."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, quote, urlsplit

_HIDDEN = re.compile("[\\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_LOOSE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?\Z")
_PHONE = re.compile(r"\+?[0-9](?:[().-]*[0-9]){2,}\Z")
_PATH = "/:@!$&'()*+,;=~%"


def link_target(link: str) -> str:
    """The link as an address that a relationship may carry; "" where it is no http, https, mailto or tel address."""
    if _HIDDEN.search(link):
        return ""
    try:
        parts = urlsplit(link)
        if parts.scheme == "tel":
            return link if _PHONE.match(parts.path) and link == f"tel:{parts.path}" else ""
        return _mail(parts) if parts.scheme == "mailto" else _web(parts)
    except ValueError:  # a port or a bracket that is none, a host that has no form in ASCII
        return ""


def _web(parts: SplitResult) -> str:
    if parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return ""
    host = _host(parts.hostname or "")
    if not host:
        return ""
    port = "" if parts.port is None else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}{_quoted(parts.path)}{_tail(parts)}"


def _mail(parts: SplitResult) -> str:
    name, _, host = parts.path.rpartition("@")
    host = _host(host)
    if not name or "@" in name or not host or host.startswith("["):
        return ""
    return f"mailto:{_quoted(name)}@{host}{_tail(parts)}"


def _host(host: str) -> str:
    """The host in ASCII; empty where it can be none."""
    if ":" in host:
        return f"[{ipaddress.IPv6Address(host)}]"
    good = len(host) < 254 and all(_LABEL.match(label) for label in host.split("."))
    return host.encode("idna").decode("ascii") if good else ""


def _tail(parts: SplitResult) -> str:
    query = f"?{_quoted(parts.query, '?')}" if parts.query else ""
    return query + (f"#{_quoted(parts.fragment, '?')}" if parts.fragment else "")


def _quoted(part: str, more: str = "") -> str:
    return quote(_LOOSE_PERCENT.sub("%25", part), safe=_PATH + more)
