"""Supervised Forward-Forward in plain PyTorch: the recipe ff-supervised-small, step for step, as one would write it there.

Label in the first ten pixels, rows scaled to a mean square of one, goodness = sum of squares, threshold = units, hard negatives from a
softmax head on all hidden layers but the first, gradient smoothing, weight decay inside the learning rate, half-constant half-linear rate.
Written for comparing times; every product is dense.
"""
import gzip
import math
import os
import pathlib
import struct

import torch


def read_mnist(count=50_000, folder=None):
    """The first images [count, 784] in [0, 1] and labels [count] of MNIST's training file."""
    folder = pathlib.Path(folder or os.environ.get("FORWARDFORWARD_DATASETS", ".")) / "mnist"

    def load(name, header):
        path = folder / name
        with (gzip.open(f"{path}.gz") if not path.exists() else open(path, "rb")) as stream:
            struct.unpack(f">{header}i", stream.read(4 * header))
            return torch.frombuffer(bytearray(stream.read()), dtype=torch.uint8)

    images = load("train-images-idx3-ubyte", 4).reshape(-1, 784)[:count].float() / 255
    return images, load("train-labels-idx1-ubyte", 2)[:count].long()


def normalise(x):
    return x / (1e-8 + x.square().mean(1, keepdim=True).sqrt())


class Trainer:
    def __init__(self, images, labels, units=(1000, 1000, 1000), batch=100, epochs=100, rate=0.01, smoothing=0.9, decay=0.002,
                 head_rate=0.1, head_decay=0.003, peer=0.0, seed=1):
        torch.manual_seed(seed)
        self.images, self.labels, self.batch, self.epochs, self.epoch = images, labels, batch, epochs, 0
        self.rate, self.smoothing, self.decay, self.peer = rate, smoothing, decay, peer
        self.head_rate, self.head_decay = head_rate, head_decay
        sizes = (784, *units)
        self.weights = [torch.randn(a, b) / math.sqrt(a) for a, b in zip(sizes, sizes[1:])]
        self.biases = [torch.zeros(b) for b in units]
        self.head = [torch.zeros(b, 10) for b in units[1:]]
        self.head_bias = torch.zeros(10)
        self.velocity = [torch.zeros_like(p) for p in self.parameters()]
        self.means = [torch.zeros(b) for b in units]

    def parameters(self):
        return [*self.weights, *self.biases, *self.head, self.head_bias]

    def forward(self, x):
        """Activities of every layer, and what each layer takes in."""
        inputs, activities = [normalise(x)], []
        for w, b in zip(self.weights, self.biases):
            activities.append(torch.relu(torch.addmm(b, inputs[-1], w)))
            inputs.append(normalise(activities[-1]))
        return activities, inputs

    def smooth(self, index, parameter, gradient, rate, decay):
        v = self.velocity[index].mul_(self.smoothing).add_(gradient, alpha=(1 - self.smoothing) / self.batch)
        parameter.add_(v.add(parameter, alpha=-decay) if decay else v, alpha=rate)

    def with_label(self, images, values):
        rows = images.clone()
        rows[:, :10] = values
        return rows

    @torch.no_grad()
    def step(self, images, labels, gain):
        one_hot = torch.nn.functional.one_hot(labels, 10).float()
        positive, neutral = self.with_label(images, one_hot), self.with_label(images, 0.1)
        activities, inputs = self.forward(torch.cat([positive, neutral]))
        batch = self.batch
        read = [x[batch:] for x in inputs[2:]]
        probabilities = torch.softmax(self.head_bias + sum(x @ w for x, w in zip(read, self.head)), 1)

        chances = probabilities.clone()
        chances[one_hot.bool()] = 0
        chances[chances.sum(1) <= 0] = 1
        wrong = torch.multinomial(chances * (1 - one_hot), 1).squeeze(1)
        negative = self.with_label(images, torch.nn.functional.one_hot(wrong, 10).float())
        negative_activities, negative_inputs = self.forward(negative)

        layers, index = len(self.weights), 0
        slope = one_hot - probabilities
        for i in range(layers):
            y, y_negative = activities[i][:batch], negative_activities[i]
            threshold = y.shape[1]
            dz = y * torch.sigmoid(threshold - y.square().sum(1, keepdim=True))
            if self.peer:
                self.means[i].mul_(0.9).add_(y.mean(0), alpha=0.1)
                dz += self.peer * (self.means[i].mean() - self.means[i])
            dz_negative = y_negative * -torch.sigmoid(y_negative.square().sum(1, keepdim=True) - threshold)
            gradient = inputs[i][:batch].t() @ dz
            gradient.addmm_(negative_inputs[i].t(), dz_negative)
            self.smooth(i, self.weights[i], gradient, self.rate * gain, self.decay)
            self.smooth(layers + i, self.biases[i], dz.sum(0) + dz_negative.sum(0), self.rate * gain, 0)
        for i, (x, w) in enumerate(zip(read, self.head)):
            self.smooth(2 * layers + i, w, x.t() @ slope, self.head_rate * gain, self.head_decay)
        self.smooth(3 * layers - 1, self.head_bias, slope.sum(0), self.head_rate * gain, 0)
        return (probabilities.argmax(1) != labels).float().mean().item()

    def run_epoch(self):
        """One pass over the shuffled images; the mean error of the softmax head in training."""
        steps = len(self.images) // self.batch
        order = torch.randperm(len(self.images))
        errors = 0.0
        for step in range(steps):
            done = self.epoch + step / steps
            gain = min(1.0, 2 * (self.epochs - done) / self.epochs)
            chosen = order[step * self.batch:(step + 1) * self.batch]
            errors += self.step(self.images[chosen], self.labels[chosen], gain)
        self.epoch += 1
        return errors / steps

    @torch.no_grad()
    def error_by_softmax(self, images, labels):
        _, inputs = self.forward(self.with_label(images, 0.1))
        logits = self.head_bias + sum(x @ w for x, w in zip(inputs[2:], self.head))
        return (logits.argmax(1) != labels).float().mean().item()
