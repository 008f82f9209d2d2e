#!/usr/bin/env python3
"""Whole epochs of ff-supervised-small, ours and PyTorch's in turn, on the same machine and with the same number of threads.

    FORWARDFORWARD_DATASETS=<folder with mnist/> tests/peers/compare_epochs.py --cli <folder>/forwardforward.dll --pairs 4

Ours is the command line's `train`, stopped (SIGSTOP) while PyTorch has its turn, so neither takes time from the other. Its epoch is timed from outside,
with all that a user's run does in it: readings, event log, checkpoints.
"""
import argparse
import json
import os
import signal
import statistics
import subprocess
import tempfile
import time

import torch

import forward_forward


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True, help="forwardforward.dll of a Release build")
    parser.add_argument("--pairs", type=int, default=4)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--peer", type=float, default=0.0, help="strength of the peer normalisation, in both")
    parser.add_argument("--images", type=int, default=50_000, help="training images of an epoch, in both")
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    images, labels = forward_forward.read_mnist(arguments.images)
    theirs = forward_forward.Trainer(images, labels, peer=arguments.peer)
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "dotnet", arguments.cli, "train", "ff-supervised-small", "--scale", "paper", "--json", "--threads", str(arguments.threads),
            "--set", f"peerStrength={arguments.peer}", "--set", "validateEvery=100", "--set", f"trainImages={arguments.images}", "--data", folder,
        ]
        ours = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            compare(arguments.pairs, ours, theirs)
        finally:
            ours.kill()
            ours.wait()


def compare(pairs, ours, theirs):
    next_epoch(ours)  # Compilation and the reading of the files belong to no epoch.
    ours.send_signal(signal.SIGSTOP)
    theirs.run_epoch()
    ratios = []
    for pair in range(pairs):
        ours.send_signal(signal.SIGCONT)
        start = time.perf_counter()
        error = next_epoch(ours)
        our_seconds = time.perf_counter() - start
        ours.send_signal(signal.SIGSTOP)
        start = time.perf_counter()
        their_error = theirs.run_epoch()
        their_seconds = time.perf_counter() - start
        ratios.append(their_seconds / our_seconds)
        print(f"epoch {pair + 2}: ours {our_seconds:.2f} s (training error {100 * error:.2f} %), "
              f"PyTorch {torch.__version__} {their_seconds:.2f} s ({100 * their_error:.2f} %), {ratios[-1]:.2f} x", flush=True)
    ours.send_signal(signal.SIGCONT)
    print(f"median of {len(ratios)} pairs: {statistics.median(ratios):.2f} x")


def next_epoch(ours):
    for line in ours.stdout:
        event = json.loads(line)
        if "epoch" in event:
            return event["values"]["head/error"]
    raise SystemExit("the training ended too early")


if __name__ == "__main__":
    main()
