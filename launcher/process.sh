# shellcheck shell=bash
# Messages, child processes and cleaning up. Sourced by ../funatic.

# Messages go to standard error: standard output belongs to the program that is started.
say() { printf 'funatic: %s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# The child that a signal has to reach; empty while there is none.
CHILD=
# Directory for pipes and the like, made on first use.
SCRATCH=

scratch() {
    [[ -n $SCRATCH ]] || SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/funatic.XXXXXX") || die "cannot write to ${TMPDIR:-/tmp}"
}

clean_up() {
    [[ -n $SCRATCH ]] && rm -rf "$SCRATCH"
    SCRATCH=
    release_build_lock
}

# A signal ends the child first: nothing that we started may outlive us.
on_signal() {
    trap '' HUP INT TERM
    if [[ -n $CHILD ]]; then
        kill -TERM "$CHILD" 2>/dev/null
        wait "$CHILD" 2>/dev/null
    fi
    exit "$1"
}

trap clean_up EXIT
trap 'on_signal 129' HUP
trap 'on_signal 130' INT
trap 'on_signal 143' TERM

# run_maven <log file> <reader> <Maven arguments…>: everything Maven prints goes through the function <reader>, which writes it to the
# log and shows what is worth showing. Answers with Maven's exit status.
run_maven() {
    local log=$1 reader=$2
    shift 2
    scratch
    mkdir -p "$(dirname "$log")" || die "cannot write to $(dirname "$log")"
    local pipe=$SCRATCH/maven status
    rm -f "$pipe"
    mkfifo "$pipe" || die "cannot make a pipe in $SCRATCH"
    "$reader" <"$pipe" 3>"$log" &
    local reader_pid=$!
    [[ -n ${FUNATIC_OFFLINE:-} ]] && set -- --offline "$@"
    (cd "$ROOT" && exec "$MAVEN" --batch-mode "$@") >"$pipe" 2>&1 </dev/null &
    CHILD=$!
    wait "$CHILD"
    status=$?
    CHILD=
    wait "$reader_pid"
    return "$status"
}
