"""Pictures from strangers: judged by content, shown only as versions made here, delivered with their rights written in.

Nothing in this package imports Django before a message is shown, so that the caged worker starts quickly.
Callers use `cage` (inspect, render, stamp in a process with limits); the other modules do the work inside it.
"""
