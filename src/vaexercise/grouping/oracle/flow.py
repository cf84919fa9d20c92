"""A flow of whole numbers through a network whose edges have a least and a most."""

from __future__ import annotations

from collections import deque

_NO_LIMIT = 1 << 40


class Network:
    """Nodes are numbers from 0; 0 is the source and 1 the sink."""

    def __init__(self) -> None:
        self.ends: list[int] = []
        self.room: list[int] = []
        self.out: list[list[int]] = []
        self.lows: list[int] = []
        self.owed: dict[int, int] = {}
        self.node()
        self.node()

    def node(self) -> int:
        """A new node."""
        self.out.append([])
        return len(self.out) - 1

    def edge(self, start: int, end: int, low: int, high: int) -> int:
        """A new edge that carries `low` to `high`; its number."""
        self.owed[end] = self.owed.get(end, 0) + low
        self.owed[start] = self.owed.get(start, 0) - low
        for one, two, room in ((start, end, high - low), (end, start, 0)):
            self.out[one].append(len(self.ends))
            self.ends.append(two)
            self.room.append(room)
        self.lows.append(low)
        return len(self.lows) - 1

    def carried(self, edge: int) -> int:
        """What an edge carries after `settle`."""
        return self.lows[edge] + self.room[2 * edge + 1]

    def settle(self) -> bool:
        """Whether a flow keeps all limits; it is then found. Lower limits have a source and a sink of their own."""
        self.edge(1, 0, 0, _NO_LIMIT)
        source, sink = self.node(), self.node()
        owed = {node: amount for node, amount in self.owed.items() if amount}
        for node, amount in owed.items():
            self.edge(*((source, node) if amount > 0 else (node, sink)), 0, abs(amount))
        missing = sum(amount for amount in owed.values() if amount > 0)
        while missing and (pushed := self._push(source, sink)):
            missing -= pushed
        return not missing

    def _push(self, source: int, sink: int) -> int:
        """As much as the shortest open way takes."""
        came = {source: -1}
        queue = deque([source])
        while queue and sink not in came:
            node = queue.popleft()
            for edge in self.out[node]:
                if self.room[edge] and self.ends[edge] not in came:
                    came[self.ends[edge]] = edge
                    queue.append(self.ends[edge])
        way = []
        node = sink
        while came.get(node, -1) >= 0:
            way.append(came[node])
            node = self.ends[came[node] ^ 1]
        pushed = min((self.room[edge] for edge in way), default=0)
        for edge in way:
            self.room[edge] -= pushed
            self.room[edge ^ 1] += pushed
        return pushed
