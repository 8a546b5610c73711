"""Runs notebooks, one after another, in one kernel: its start and Spark's first queries take longer than the notebooks.

Usage: execute.py TEMPLATE NOTEBOOK OUT [NOTEBOOK OUT ...]. OUT ends with .html (a page) or .ipynb (the notebook with its outputs).
Ends with 1 where a cell failed; what ran until then is written, with the failure.
"""

import atexit
import socket
import sys
import time
from pathlib import Path

import nbformat
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter

# A start takes seconds, on a busy machine a minute. One in ten ends at once: see the class Kernel.
SECONDS_TO_START = (120, 120, 120, 120, 180)
SECONDS_A_CELL = 1800


def start(name):
    """A kernel that answers, and the client it answers to."""
    for seconds in SECONDS_TO_START:
        kernel = KernelManager(kernel_name=name)
        kernel.start_kernel()
        await_ports(kernel, seconds)
        client = kernel.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=seconds)
            client.allow_stdin = False
            return kernel, client
        except RuntimeError:
            client.stop_channels()
            kernel.shutdown_kernel(now=True)
    sys.exit(f"notebooks/start: Cannot start the kernel: it did not answer {len(SECONDS_TO_START)} times. "
             "Look at target/kernel.args, and whether the machine has memory for CURLAKE_MEMORY.")


def await_ports(kernel, seconds):
    """Until all ports are open, and a moment more: a message that comes before the kernel can answer ends it."""
    end = time.time() + seconds
    for port in (kernel.shell_port, kernel.iopub_port, kernel.stdin_port, kernel.control_port, kernel.hb_port):
        while time.time() < end and kernel.is_alive():
            with socket.socket() as attempt:
                if attempt.connect_ex((kernel.ip, port)) == 0:
                    break
            time.sleep(0.2)
    time.sleep(1)


def execute(kernel, client, path):
    """The notebook with its outputs, and what failed of it, or nothing."""
    notebook = nbformat.read(path, as_version=4)
    run = NotebookClient(notebook, km=kernel, timeout=SECONDS_A_CELL)
    run.kc = client  # the kernel does not answer a third client
    try:
        run.execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as failure:
        return notebook, f"{type(failure).__name__}: {getattr(failure, 'evalue', failure)}"
    finally:
        atexit.unregister(run._cleanup_kernel)  # the kernel is still needed, and ends below
    return notebook, None


def write(notebook, path, out, template):
    if out.suffix == ".ipynb":
        nbformat.write(notebook, out)
        return
    page, _ = HTMLExporter(template_file=template).from_notebook_node(notebook, {"metadata": {"name": path.stem}})
    out.write_text(page, encoding="utf-8")


def main(template, *names):
    pairs = [(Path(names[i]), Path(names[i + 1])) for i in range(0, len(names), 2)]
    kernel, client = start("curlake-java")
    failed = 0
    try:
        for path, out in pairs:
            begun = time.time()
            notebook, failure = execute(kernel, client, path)
            write(notebook, path, out, template)
            if failure is None:
                print(f"{out} ({time.time() - begun:.0f} s)", flush=True)
                continue
            failed += 1
            print(f"notebooks/start: Cannot execute '{path.stem}': a cell failed. It is in {out}:\n{failure}", file=sys.stderr, flush=True)
    finally:
        client.stop_channels()
        kernel.shutdown_kernel(now=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
