#!/bin/sh
# The demo of `make demo`: the articles in examples/ into a local Neo4j, a question asked, and where to look.
set -e
cd "$(dirname "$0")/.."
# The demo has a database of its own; a server that the environment names is left alone.
unset NEO4J_URI NEO4J_USERNAME NEO4J_PASSWORD NEO4J_DATABASE

show() {
    printf '\n$ graphkit'
    for word in "$@"; do
        case $word in *' '*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    graphkit "$@"
}

show server start
show load examples
show query run who-did-what -p 'actor=United States' -p limit=4
show why 'United States' demand
show verify
printf '\nThe graph in Neo4j Browser (user and password as told above, stop it with `make stop`):\n'
graphkit browser actor-ties -p actor=Russia --no-open
