# shellcheck shell=bash disable=SC2034 # AOT_CACHE is read by ../funatic.
# Trains the ahead-of-time caches that shorten the start of the server, of `admin` and of its help. Sourced by ../funatic.
#
# The JVM does not compare the cache with the jars: a cache of other jars would silently run *their* classes. So it lies in the directory
# of the jars it was trained on, is named after their checksum and the JDK's, and before every start they have to be the same jars still.

readonly AOT_LOG=$STATE/aot.log
readonly AOT_START_SECONDS=60

# The cache to start with; empty for none.
AOT_CACHE=

# find_cache <program>: sets CACHE to where its cache is, or would be. The JDK's checksum is kept, with what it is of.
find_cache() {
    local kept=$STATE/jdk release='' checksum='' of=''
    IFS= read -r -d '' release <"$JAVA_HOME/release"
    [[ -r $kept ]] && { read -r checksum && IFS= read -r -d '' of; } <"$kept"
    if [[ -z $checksum || $release != "$of" ]]; then
        checksum=$(cksum <"$JAVA_HOME/release" | tr ' ' -)
        { printf '%s\n%s' "$checksum" "$release" >"$kept.$$" && mv -f "$kept.$$" "$kept"; } 2>/dev/null
    fi
    CACHE=$APP/$1-${APP##*/app-}-$checksum.aot
}

# use_admin_cache <arguments of admin…>: sets AOT_CACHE if the server's training has left one: nobody waits for a training to ask for help. All
# that a cache holds is loaded at the start, so the help, which needs little, has a small one of its own.
use_admin_cache() {
    [[ ${FUNATIC_AOT:-} == off || ! -r $JAVA_HOME/release ]] && return
    local last=--help
    for last; do :; done
    find_cache admin
    case $last in
        -h | --help | -V | --version)
            find_cache admin-help
            [[ -e $CACHE ]] || find_cache admin
            ;;
    esac
    [[ -e $CACHE ]] && AOT_CACHE=$CACHE
}

# Sets AOT_CACHE. A training that fails costs a slower start and nothing else; it is not tried again until the next build.
ensure_aot_cache() {
    [[ ${FUNATIC_AOT:-} == off || ! -r $JAVA_HOME/release ]] && return
    local cache
    find_cache server
    cache=$CACHE
    if [[ ! -e $cache && ! -e $APP/aot-failed && -w $APP ]]; then
        take_build_lock
        [[ -e $cache ]] || train_aot_cache "$cache"
        release_build_lock
    fi
    [[ -e $cache ]] && AOT_CACHE=$cache
}

train_aot_cache() {
    local cache=$1 started=$SECONDS
    scratch
    rm -f "$APP"/*.aot "$APP"/*.aot.config
    say "training the start-up cache, once per build (FUNATIC_AOT=off skips it)"
    if run_training "$SCRATCH/training.aot" >"$AOT_LOG" 2>&1 && mv "$SCRATCH/training.aot" "$cache"; then
        # Somebody looks up the player whom the server's training has left, and somebody asks for help.
        train_admin admin player show --telegram-id 1 --data-dir "$SCRATCH/work/data"
        train_admin admin-help --help
        say "trained in $((SECONDS - started)) s"
    else
        : >"$APP/aot-failed"
        say "the start-up cache could not be made, the server starts without it (log: ${AOT_LOG#"$ROOT"/})"
    fi
}

# run_training <cache file>: a server of its own, with nothing of the user's settings or data, plays one short session.
run_training() {
    local port
    port=$(free_port) || return
    find_class_path server-micronaut
    mkdir "$SCRATCH/work" || return
    (
        # If we are killed, this server lives on, and must not keep the lock.
        release_build_lock
        cd "$SCRATCH/work" && exec env -i HOME="$HOME" PATH="$PATH" LANG="${LANG:-C}" FUNATIC_MODE=dev FUNATIC_HTTP_PORT="$port" \
            FUNATIC_DATA_DIR="$SCRATCH/work/data" "$JAVA_HOME/bin/java" "${JVM_ALWAYS[@]}" "${JVM_SERVER[@]}" \
            "-XX:AOTCacheOutput=$1" -cp "$CLASS_PATH" com.luckyfunatic.server.Application </dev/null
    ) &
    CHILD=$!
    if wait_for_server "$port"; then
        play "$port"
    fi
    # The cache is written when the server stops.
    kill -TERM "$CHILD"
    wait "$CHILD"
    CHILD=
    [[ -s $1 ]]
}

# train_admin <program> <arguments of admin…>: what it makes lies beside its place at first, where nobody finds half of it.
train_admin() {
    local new=$APP/$1.new
    find_cache "$1"
    shift
    if run_admin_training "$new" "$@" >>"$AOT_LOG" 2>&1; then
        mv "$new" "$CACHE"
    else
        rm -f "$new"
        say "\`admin $1\` starts without a cache of its own (log: ${AOT_LOG#"$ROOT"/})"
    fi
}

# run_admin_training <cache file> <arguments of admin…>
run_admin_training() {
    local cache=$1
    shift
    find_class_path admin-cli
    (
        release_build_lock
        cd "$SCRATCH/work" && exec env -i HOME="$HOME" PATH="$PATH" LANG="${LANG:-C}" "$JAVA_HOME/bin/java" "${JVM_ALWAYS[@]}" \
            "${JVM_SHORT[@]}" "-XX:AOTCacheOutput=$cache" -cp "$CLASS_PATH" com.luckyfunatic.admin.Admin "$@" </dev/null
    ) &
    CHILD=$!
    local status
    wait "$CHILD"
    status=$?
    CHILD=
    [[ $status -eq 0 && -s $cache ]]
}

# is_open <port>
is_open() { (exec 9<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
    local try port
    for try in 1 2 3 4 5 6 7 8 9; do
        port=$((20000 + (RANDOM + try) % 12000))
        is_open "$port" || { printf '%s' "$port" && return; }
    done
    return 1
}

# request <port> <method> <path> [<body> [<token>]]: prints the whole answer. Plain bash, since curl may be missing.
request() {
    local port=$1 method=$2 path=$3 body=${4:-} token=${5:-}
    (
        exec 9<>"/dev/tcp/127.0.0.1/$port" || exit
        printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n' "$method" "$path" "$port" >&9
        [[ -n $token ]] && printf 'Authorization: Bearer %s\r\n' "$token" >&9
        [[ -n $body ]] && printf 'Content-Type: application/json\r\nContent-Length: %s\r\n' "${#body}" >&9
        printf '\r\n%s' "$body" >&9
        cat <&9
    ) 2>/dev/null
}

# wait_for_server <port>: until it says it is ready; gives up when it ended or took too long.
wait_for_server() {
    local deadline=$((SECONDS + AOT_START_SECONDS))
    while [[ $SECONDS -lt $deadline ]] && kill -0 "$CHILD" 2>/dev/null; do
        case $(request "$1" GET /readyz) in 'HTTP/1.1 200'*) return ;; esac
        sleep 0.2
    done
    return 1
}

# play <port>: what a first player does, so that the classes and profiles of these routes are in the cache.
play() {
    local port=$1 token path round
    request "$port" GET / >/dev/null
    token=$(request "$port" POST /dev/login '{"telegramId":1,"firstName":"Ada"}' | sed -n 's/.*"token" *: *"\([^"]*\)".*/\1/p')
    for round in 1 2 3; do
        for path in /game /boosters /cards /stories /daily-bonus/config /inventory /store/items /user; do
            request "$port" GET "$path" '' "$token" >/dev/null
        done
        request "$port" POST /tap "{\"taps\":$round}" "$token" >/dev/null
    done
}
