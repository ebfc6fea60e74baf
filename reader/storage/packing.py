"""Frozen values to JSON and back: by column, so that a thousand blocks are small and quick to read.

A tuple of dataclasses becomes one object of lists by field name; columns and fields that hold only the default are left
out. Values written before a field was added therefore still read, and get its default.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable, Iterable
from enum import Enum
from itertools import repeat
from typing import Any, TypeGuard

from reader.storage.faults import Unreadable

COUNT = "#"
"""Key of the number of rows, which no field can be called."""

Convert = Callable[[Any], Any]

_DAMAGE = (ValueError, KeyError, TypeError, AttributeError)
"""What comes of reading JSON that is no JSON any more, or is of another shape."""


def pack(value: Any, kind: Any) -> str:
    """JSON for a value of the type `kind` (dataclass, tuple[X, ...], X | None, dict, enum, str, int, float, bool)."""
    convert = _packer(kind)
    return json.dumps(convert(value) if convert else value, ensure_ascii=False, separators=(",", ":"))


def unpack(text: str, kind: Any) -> Any:
    """The value of type `kind` that `pack` wrote.

    Raises:
        Unreadable: it is not what `pack` wrote.
    """
    convert = _unpacker(kind)
    try:
        value = json.loads(text)
        return convert(value) if convert else value
    except _DAMAGE as fault:
        raise Unreadable from fault


@functools.cache
def _fields(kind: type) -> tuple[tuple[str, Any, Any], ...]:
    """Name, type and default (or MISSING) of each field of a dataclass."""
    hints = typing.get_type_hints(kind)
    return tuple((field.name, hints[field.name], _default(field)) for field in dataclasses.fields(kind))


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _is_dataclass(kind: Any) -> TypeGuard[type]:
    return isinstance(kind, type) and dataclasses.is_dataclass(kind)


def _optional(kind: Any) -> Any | None:
    """X for X | None, else None."""
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        rest = [part for part in typing.get_args(kind) if part is not type(None)]
        if len(rest) == 1:
            return rest[0]
    return None


def _element(kind: Any) -> Any | None:
    """X for tuple[X, ...], else None."""
    arguments = typing.get_args(kind)
    return arguments[0] if typing.get_origin(kind) is tuple and arguments[-1] is Ellipsis else None


@functools.cache
def _packer(kind: Any) -> Convert | None:
    """What turns a value into plain JSON values; None where it already is one (tuples are lists to `json`)."""
    inner = _optional(kind)
    if inner is not None:
        convert = _packer(inner)
        return convert if convert is None else functools.partial(_unless_none, convert)
    if _is_dataclass(kind):
        return functools.partial(_pack_one, kind)
    element = _element(kind)
    if element is None:
        return None
    if _is_dataclass(element):
        return functools.partial(_pack_columns, element)
    convert = _packer(element)
    return convert if convert is None else functools.partial(_convert_each, convert)


def _unless_none(convert: Convert, value: Any) -> Any:
    return None if value is None else convert(value)


def _convert_each(convert: Convert, values: list[Any]) -> tuple[Any, ...]:
    return tuple(map(convert, values))


def _pack_one(kind: type, value: Any) -> dict[str, Any]:
    packed = {}
    for name, hint, default in _fields(kind):
        item = getattr(value, name)
        if default is dataclasses.MISSING or item != default:
            convert = _packer(hint)
            packed[name] = convert(item) if convert else item
    return packed


def _pack_columns(kind: type, values: tuple[Any, ...]) -> dict[str, Any]:
    packed: dict[str, Any] = {COUNT: len(values)}
    for name, hint, default in _fields(kind):
        column = [getattr(value, name) for value in values]
        if default is dataclasses.MISSING or any(item != default for item in column):
            convert = _packer(hint)
            packed[name] = [convert(item) for item in column] if convert else column
    return packed


@functools.cache
def _unpacker(kind: Any) -> Convert | None:
    """What turns plain JSON values into a value; None where they are the value."""
    inner = _optional(kind)
    if inner is not None:
        convert = _unpacker(inner)
        return convert if convert is None else functools.partial(_unless_none, convert)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if _is_dataclass(kind):
        return functools.partial(_unpack_one, kind)
    if typing.get_origin(kind) is not tuple:
        return None
    element = _element(kind)
    if element is None:
        return tuple
    if _is_dataclass(element):
        return functools.partial(_unpack_columns, element)
    convert = _unpacker(element)
    return tuple if convert is None else functools.partial(_convert_each, convert)


def _unpack_one(kind: type, packed: dict[str, Any]) -> Any:
    values = {}
    for name, hint, _ in _fields(kind):
        if name in packed:
            convert = _unpacker(hint)
            values[name] = convert(packed[name]) if convert else packed[name]
    return kind(**values)


def _unpack_columns(kind: type, packed: dict[str, Any]) -> tuple[Any, ...]:
    columns: list[Any] = []
    for name, hint, default in _fields(kind):
        if name not in packed:
            columns.append(repeat(default, packed[COUNT]))
            continue
        convert = _unpacker(hint)
        columns.append(map(convert, packed[name]) if convert else packed[name])
    return tuple(map(kind, *columns)) if packed[COUNT] else ()


def pack_fields(value: Any, names: Iterable[str]) -> str:
    """JSON for some fields of a dataclass, "" when all of them hold their default."""
    wanted = set(names)
    packed = {name: item for name, item in _pack_one(type(value), value).items() if name in wanted}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":")) if packed else ""


def unpack_fields(text: str, kind: type) -> dict[str, Any]:
    """The fields that `pack_fields` wrote, by name.

    Raises:
        Unreadable: they are not what `pack_fields` wrote.
    """
    if not text:
        return {}
    converters = {name: _unpacker(hint) for name, hint, _ in _fields(kind)}
    try:
        return {name: convert(item) if (convert := converters[name]) else item
                for name, item in json.loads(text).items() if name in converters}
    except _DAMAGE as fault:
        raise Unreadable from fault
