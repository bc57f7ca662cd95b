"""One task on one file, in a process of its own: `python -m submissions.imaging.worker`.

Reads `{"task", "arguments", "limits"}` as JSON from standard input and writes one of
`{"result"}`, `{"refused", "facts", "detail"}`, `{"failed"}` to standard output. Started by `cage` only.
"""

from __future__ import annotations

import errno
import json
import resource
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from submissions.imaging.refusals import Unreadable
from submissions.imaging.rights import Rights


def main() -> None:
    request = json.load(sys.stdin)
    limit(request["limits"])
    json.dump(answer(request["task"], request["arguments"]), sys.stdout)


def limit(limits: dict[str, Any]) -> None:
    """Private memory and not address space is limited: libraries and thread stacks reserve far more than they use."""
    for name, value in (
        (resource.RLIMIT_DATA, limits["memory_bytes"]),
        (resource.RLIMIT_CPU, limits["cpu_seconds"]),
        (resource.RLIMIT_FSIZE, limits["file_bytes"]),
        (resource.RLIMIT_NOFILE, limits["open_files"]),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(name)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(name, (value, value))
    # Should the parent die first, this process does not stay behind.
    signal.alarm(int(limits["seconds"]) + 5)


def answer(task: str, arguments: dict[str, Any]) -> dict[str, Any]:
    try:
        work = TASKS[task]
        return {"result": work(arguments)}
    except Unreadable as refusal:
        return {"refused": refusal.code, "facts": refusal.facts, "detail": refusal.detail}
    except MemoryError:
        return {"refused": "too_demanding", "facts": {}, "detail": "out of memory"}
    except (ImportError, FileNotFoundError, PermissionError) as error:
        return {"failed": repr(error)}
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE):
            return {"failed": repr(error)}
        code = "too_demanding" if error.errno in (errno.EFBIG, errno.ENOMEM) else "broken"
        return {"refused": code, "facts": {}, "detail": repr(error)}
    except Exception as error:  # noqa: BLE001 - a hostile file may raise anything; the detail goes to the log
        return {"refused": "broken", "facts": {}, "detail": repr(error)[:500]}


def _inspect(arguments: dict[str, Any]) -> dict[str, Any]:
    from submissions.imaging.inspect import inspect

    found = inspect(Path(arguments["path"]), max_pixels=arguments["max_pixels"])
    return asdict(found)


def _render(arguments: dict[str, Any]) -> dict[str, Any]:
    from submissions.imaging import renditions, tones

    credit = Rights(**arguments["credit"]) if arguments["credit"] else None
    out_dir = Path(arguments["out_dir"])
    files = renditions.render(Path(arguments["path"]), out_dir, credit=credit, widths=arguments["widths"])
    return {
        "files": [{**asdict(file), "path": file.path.name} for file in files],
        "placeholder": tones.placeholder(files[0].path),
        "color": tones.dominant_color(files[0].path),
    }


def _stamp(arguments: dict[str, Any]) -> str:
    from submissions.imaging import metadata

    return metadata.stamp(Path(arguments["path"]), Path(arguments["target"]), Rights(**arguments["rights"]))


TASKS = {"inspect": _inspect, "render": _render, "stamp": _stamp}


if __name__ == "__main__":
    main()
