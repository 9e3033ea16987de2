#!/bin/sh
# Debian's Chromium and its driver, which the tests of pages and the pictures need. Where it can't be had, says so.
command -v chromium >/dev/null && command -v chromedriver >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    for attempt in 1 2 3; do
        apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium chromium-driver && exit 0
    done
fi
echo "no Chromium here: the tests of pages are left out (apt-get install chromium chromium-driver)" >&2
