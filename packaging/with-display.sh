#!/usr/bin/env bash
# Run a command on the display at hand or, where there is none, on a virtual one that ends with it.
#
#   packaging/with-display.sh COMMAND [ARGUMENT…]
set -euo pipefail

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || ! command -v Xvfb >/dev/null; then
    exec "$@"
fi

coproc XVFB { exec Xvfb -displayfd 1 -screen 0 1366x768x24 -nolisten tcp 2>/dev/null; }
xvfb=$XVFB_PID
trap 'kill "$xvfb" 2>/dev/null && wait "$xvfb" || true' EXIT
read -r -t 30 number <&"${XVFB[0]}" || {
    printf '%s\n' "虚拟显示没有启动 / the virtual display did not start" >&2
    exit 1
}
printf '%s\n' "没有显示器：窗口开在虚拟显示 :$number 上 / no display: the window opens on the virtual display :$number" >&2
DISPLAY=":$number" "$@" &
program=$!
# A signal to this script stops the program, whose own status is the script's.
trap 'kill -TERM "$program" 2>/dev/null' TERM INT HUP
status=0
wait "$program" || status=$?
while kill -0 "$program" 2>/dev/null; do
    status=0
    wait "$program" || status=$?
done
exit "$status"
