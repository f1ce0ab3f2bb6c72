# shellcheck shell=bash disable=SC2034 # The option arrays are read by ../funatic.
# Builds the programs when their sources have changed, and keeps what runs apart from what Maven rewrites. Sourced by ../funatic.

# Netty and SQLite load native code, and Netty reaches for Unsafe; without these the JVM prints warnings at every start.
readonly JVM_ALWAYS=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseCompactObjectHeaders)
# Small and steady on a small machine. Give a bigger one JAVA_OPTS="-XX:+UseG1GC -Xmx4g".
readonly JVM_SERVER=(-XX:+UseSerialGC -Xmx224m -XX:+ExitOnOutOfMemoryError)
# A command that lives for a second gains nothing from the optimising compiler.
readonly JVM_SHORT=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m)

readonly PROGRAMS=(server-micronaut worker-cli admin-cli)
readonly BUILT_MODULES=(engine-core lua engine-storage operations dev-servers "${PROGRAMS[@]}")
readonly BUILD_LOG=$STATE/build.log

# Its time of modification is when everything was last read and found to be as the stamp says.
readonly SEEN=$STATE/seen

# Names the files that development servers are started from.
readonly DEV_SERVERS_LIST=$ROOT/dev-servers-files/target/servers/servers.properties

# Directory of the build in use: $STATE/app-<checksum of its jars>, with a directory of jars per program.
APP=

# What find looks at, and what it leaves out, to see the sources of all programs.
readonly SOURCES=(pom.xml .mvn "${BUILT_MODULES[@]}")
readonly NO_SOURCES=('(' -name target -o -path '*/src/test' ')' -prune)

# drop_collector <array name>: takes the choice of a collector out of JVM options.
drop_collector() {
    local kept=() option all="$1[@]"
    for option in "${!all}"; do
        [[ $option == -XX:+Use*GC ]] || kept+=("$option")
    done
    eval "$1=(\"\${kept[@]}\")"
}

# One number for all sources that a program is built from, by content: a touched file is no reason to build, a deleted one is.
sources_checksum() {
    (cd "$ROOT" && find "${SOURCES[@]}" "${NO_SOURCES[@]}" -o -type f -exec cksum {} + | LC_ALL=C sort | cksum | tr ' ' -)
}

# jars_checksum <directory of an app>
jars_checksum() { (cd "$1" && cksum -- */*.jar | cksum | tr ' ' -); }

# The programs in $APP are complete and are those that were built.
is_intact() { [[ -d $APP && $APP == "$STATE/app-$(jars_checksum "$APP" 2>/dev/null)" ]]; }

# joined <separator> <words…>
joined() {
    local IFS=$1
    shift
    printf '%s' "$*"
}

# find_class_path <module>: sets CLASS_PATH; explicit and sorted, because the AOT cache is only good for the very same class path.
find_class_path() {
    local IFS=: jars=("$APP/$1"/*.jar)
    CLASS_PATH=${jars[*]}
}

# The stamp holds the checksum of the sources and the directory made from them.
read_stamp() {
    STAMPED_SOURCES=
    APP=
    [[ -r $STATE/stamp ]] && read -r STAMPED_SOURCES APP <"$STATE/stamp"
    [[ -n $APP ]] && APP=$STATE/$APP
}

# is_stamped <checksum of the sources>: whether the stamp is theirs, and the jars are the stamp's.
is_stamped() { read_stamp && [[ $STAMPED_SOURCES == "$1" ]] && is_intact; }

# Sets APP, and answers whether no source and no jar has changed since all were last read. Reading them takes several times as long as asking
# for the times at which files and directories (which tell of what was deleted) were changed; not the times of modification, which tar, cp
# and others set at will. Where find cannot ask, everything is read.
is_unchanged() {
    local changed module programs=()
    read_stamp
    [[ -n $APP && -e $SEEN ]] || return
    for module in "${PROGRAMS[@]}"; do
        programs+=("$APP/$module")
    done
    # By a clock that was set back, nothing is newer: then this is not, either.
    { echo >"$STATE/now"; } 2>/dev/null || return
    changed=$(cd "$ROOT" && exec find "$STATE/now" "$STATE/stamp" "${programs[@]}" "${SOURCES[@]}" \
        "${NO_SOURCES[@]}" -o -cnewer "$SEEN" -print 2>/dev/null) && [[ $changed == "$STATE/now" ]]
}

# keep_look <file written before everything was read>: from its time on, a change is one that was not seen yet. The file system's clock
# may be too coarse to tell what came during the reading from what came after it; then everything is read again the next time.
keep_look() {
    { echo >"$STATE/now"; } 2>/dev/null
    if [[ -n $(find "$STATE/now" -newer "$1" 2>/dev/null) ]]; then
        mv -f "$1" "$SEEN" 2>/dev/null
    else
        rm -f "$1"
    fi
}

# Sets APP to programs built from the sources as they are now.
ensure_built() {
    local sources look=$STATE/look.$$
    is_unchanged && return
    { echo >"$look"; } 2>/dev/null
    sources=$(sources_checksum)
    if is_stamped "$sources"; then
        keep_look "$look"
        return
    fi
    rm -f "$look"
    require_maven
    take_build_lock
    # Another launcher may have built while we waited.
    is_stamped "$sources" || build "$sources"
    release_build_lock
}

# wants_dev_servers <arguments of serve…>: as the server understands them; a flag is stronger than the variable. What a configuration file
# says, only the server knows, which then names what is missing.
wants_dev_servers() {
    local wanted=${FUNATIC_DEV_SERVERS:-} argument previous=
    for argument; do
        case $argument in
            --dev-servers) wanted=true ;;
            --dev-servers=*) wanted=${argument#*=} ;;
            true | false) [[ $previous == --dev-servers ]] && wanted=$argument ;;
        esac
        previous=$argument
    done
    [[ $wanted == true ]]
}

# Only who asks for the servers fetches them.
ensure_dev_servers() {
    local log=$STATE/dev-servers.log
    [[ $DEV_SERVERS_LIST -nt $ROOT/dev-servers-files/pom.xml ]] && return
    require_maven
    take_build_lock
    say "preparing Redis, MariaDB and Cassandra; the first time this fetches 250 MB (log: ${log#"$ROOT"/})"
    run_maven "$log" show_build -pl dev-servers-files compile || die "that failed; everything it said is in $log"
    printf '\n' >&2
    release_build_lock
}

build() {
    local why='the sources have changed' goals=(package) started=$SECONDS
    [[ -r $STATE/stamp ]] || why='first build here, which may fetch libraries'
    # Classes generated from a source that was then deleted outlive a failed build.
    [[ -e $STATE/failed ]] && goals=(clean package)
    : >"$STATE/failed" || die "cannot write to $STATE"
    say "building: $why (log: ${BUILD_LOG#"$ROOT"/})"
    if ! run_maven "$BUILD_LOG" show_build -Papp -pl "$(joined , "${BUILT_MODULES[@]}")" "${goals[@]}"; then
        printf '\n' >&2
        grep -E '^\[ERROR\]' "$BUILD_LOG" | head -n 20 >&2
        die "the build failed; everything it said is in $BUILD_LOG"
    fi
    stage
    printf '%s %s\n' "$1" "${APP##*/}" >"$STATE/stamp"
    rm -f "$STATE/failed"
    printf ' done in %s s\n' "$((SECONDS - started))" >&2
    remove_old_apps
}

# Reader of Maven's output (see run_maven): the names of the modules as they come, and a sign of life during downloads.
show_build() {
    local line downloads=0
    while IFS= read -r line; do
        printf '%s\n' "$line" >&3
        case $line in
            '[INFO] Building '*\[*/*\]) line=${line#'[INFO] Building '} && printf ' %s' "${line%% *}" >&2 ;;
            *'Downloaded from '*) ((++downloads % 100 == 0)) && printf ' (%s files fetched)' "$downloads" >&2 ;;
        esac
    done
}

# Copies the jars of all programs to a directory named after their content. A program that runs from there is not disturbed when Maven
# rewrites target/, and never mixes classes of two builds.
stage() {
    local next=$STATE/next module
    rm -rf "$next"
    for module in "${PROGRAMS[@]}"; do
        if ! { mkdir -p "$next/$module" && cp "$ROOT/$module/target/lib"/*.jar "$next/$module/"; }; then
            die "cannot copy the programs to $next"
        fi
    done
    APP=$STATE/app-$(jars_checksum "$next")
    if is_intact; then
        rm -rf "$next"
    else
        rm -rf "$APP"
        mv "$next" "$APP" || die "cannot write to $STATE"
    fi
}

# A program's process id is that of its launcher, which it replaced; recorded so that no running program loses its jars.
mark_in_use() { { [[ -d $APP/used-by ]] || mkdir "$APP/used-by"; : >"$APP/used-by/$$"; } 2>/dev/null; }

remove_old_apps() {
    local old mark
    # Left by launchers that were killed; who is looking just now only looks once more.
    rm -f "$STATE"/look.*
    for old in "$STATE"/app-*; do
        [[ $old == "$APP" ]] && continue
        for mark in "$old"/used-by/*; do
            kill -0 "${mark##*/}" 2>/dev/null && continue 2
        done
        rm -rf "$old"
    done
}

# Two launchers must not build at once. The system holds the lock, on descriptor 8, and lets go of it when the last process that has that
# descriptor ends, however it ends: nothing is left behind that would have to be told from a lock in use. The file says who has it.
take_build_lock() {
    local told=
    mkdir -p "$STATE" 2>/dev/null && { exec 8>>"$STATE/build.lock"; } 2>/dev/null || die "cannot write to $STATE"
    until lock_descriptor; do
        [[ -n $told ]] || say "waiting for the build of process $(cat "$STATE/build.lock")"
        told=yes
        sleep 0.5
    done
    printf '%s\n' "$$" >"$STATE/build.lock"
}

# Locks descriptor 8 unless another has it. Linux brings flock; macOS has none, but perl.
lock_descriptor() {
    if command -v flock >/dev/null; then
        flock -n 8
    elif command -v perl >/dev/null; then
        perl -e 'open(my $lock, ">>&=", 8) or exit 0; exit !flock($lock, 2 | 4)'
    else
        say 'neither flock nor perl is here: see to it that no other ./funatic builds at the same time'
    fi
}

release_build_lock() { exec 8>&-; }
