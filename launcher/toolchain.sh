# shellcheck shell=bash disable=SC2034 # MAVEN is read by process.sh.
# Finds the JDK and the Maven that the project needs, wherever a machine keeps them. Sourced by ../funatic.

readonly JDK_MAJOR=25
readonly MAVEN_MINIMUM=3.8.7

# What was looked at, for the message when nothing fits.
LOOKED_AT=

note() { LOOKED_AT+="  $*"$'\n'; }

# Directories that may be the home of a JDK, besides JAVA_HOME and the PATH.
jdk_places() {
    local roots root
    if [[ -n ${FUNATIC_JDK_PLACES+set} ]]; then
        IFS=: read -r -a roots <<<"$FUNATIC_JDK_PLACES"
    else
        roots=(/usr/lib/jvm /usr/lib64/jvm /usr/java /usr/local /usr/local/java /opt /opt/java /opt/jdk /opt/jdks
            "$HOME/.sdkman/candidates/java" "$HOME/.jdks" "$HOME/.asdf/installs/java" "$HOME/.local/share/mise/installs/java"
            "$HOME/.jabba/jdk" /Library/Java/JavaVirtualMachines "$HOME/Library/Java/JavaVirtualMachines"
            /opt/homebrew/opt /usr/local/opt /home/linuxbrew/.linuxbrew/opt)
    fi
    for root in ${roots[@]+"${roots[@]}"}; do
        # macOS and Homebrew keep the home deeper inside.
        printf '%s\n' "$root"/* "$root"/*/Contents/Home "$root"/*/libexec/openjdk.jdk/Contents/Home
    done
}

# read_jdk_version <home>: sets JDK_VERSION, to a version such as 25.0.3; to nothing if that is no home of a Java.
read_jdk_version() {
    local line
    JDK_VERSION=
    [[ -x $1/bin/java ]] || return
    if [[ -r $1/release ]]; then
        while IFS= read -r line; do
            case $line in
                'JAVA_VERSION="'*)
                    line=${line#*\"}
                    JDK_VERSION=${line%%\"*}
                    ;;
            esac
        done <"$1/release"
    fi
    [[ -n $JDK_VERSION ]] || JDK_VERSION=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
    [[ -n $JDK_VERSION ]] || JDK_VERSION=unknown
}

# fits <home> [<where that came from>]: whether it is a JDK we can build and run with. Notes what was seen instead.
fits() {
    local home=$1 from=${2:+$2: } version
    read_jdk_version "$home"
    version=$JDK_VERSION
    if [[ -z $version ]]; then
        # Most directories in the usual places are no JDK, and not worth a word.
        [[ -n $from ]] && note "$from$home has no bin/java"
        return 1
    fi
    if [[ ${version%%[.+-]*} != "$JDK_MAJOR" ]]; then
        note "$from$home is version $version"
        return 1
    fi
    if [[ ! -x $home/bin/javac ]]; then
        note "$from$home is version $version, but a runtime without a compiler (bin/javac)"
        return 1
    fi
    export JAVA_HOME=$home
}

# find_physical <path with a slash>: sets PHYSICAL to the same without symbolic links, also in its last part.
find_physical() {
    local path=$1 target
    while [[ -L $path ]]; do
        target=$(readlink "$path")
        [[ $target == /* ]] || target=${path%/*}/$target
        path=$target
    done
    PHYSICAL=$(cd -P -- "${path%/*}/" && pwd -P)/${path##*/}
}

# Sets and exports JAVA_HOME, or stops with a list of what was looked at.
require_jdk() {
    local home java seen=:
    if [[ -z ${JAVA_HOME:-} ]]; then
        note 'JAVA_HOME: not set'
    else
        fits "$JAVA_HOME" JAVA_HOME && return
    fi
    if java=$(command -v java); then
        find_physical "$java"
        home=${PHYSICAL%/bin/java}
        seen+=$home:
        fits "$home" PATH && return
    else
        note 'PATH: no java'
    fi
    while IFS= read -r home; do
        [[ -x $home/bin/java ]] || continue
        find_physical "$home"
        home=$PHYSICAL
        [[ $seen == *":$home:"* ]] && continue
        seen+=$home:
        fits "$home" && return
    done < <(jdk_places)
    say "no JDK $JDK_MAJOR was found. Looked at:"
    printf '%s' "$LOOKED_AT" >&2
    printf '  and in: %s\n' "${FUNATIC_JDK_PLACES-/usr/lib/jvm, /usr/java, /opt, /usr/local, /Library/Java, Homebrew, SDKMAN, ~/.jdks, asdf, mise}" >&2
    say "install a JDK $JDK_MAJOR (a full one, not a JRE), or set JAVA_HOME to the directory of one."
    exit 1
}

# at_least <version> <minimum>
at_least() {
    awk -v have="$1" -v need="$2" 'BEGIN {
        split(have, h, /[.-]/); split(need, n, /[.-]/)
        for (i = 1; i <= 3; i++) if (h[i] + 0 != n[i] + 0) exit !(h[i] + 0 > n[i] + 0)
    }'
}

maven_places() {
    [[ -n ${MAVEN_HOME:-} ]] && printf '%s\n' "$MAVEN_HOME/bin/mvn"
    command -v mvn
    printf '%s\n' "$HOME/.sdkman/candidates/maven/current/bin/mvn" /usr/share/maven/bin/mvn /opt/maven/bin/mvn /opt/apache-maven*/bin/mvn \
        /usr/local/apache-maven*/bin/mvn /opt/homebrew/bin/mvn /usr/local/bin/mvn
}

# maven_version <mvn>: asked outside the checkout, whose .mvn/jvm.config is meant for the build.
maven_version() {
    (cd / && "$1" --batch-mode --version </dev/null 2>/dev/null) | sed -n 's/.*Apache Maven \([0-9][0-9A-Za-z.-]*\).*/\1/p' | head -n 1
}

# Sets MAVEN, or stops with a list of what was looked at. Needs JAVA_HOME.
require_maven() {
    local candidate version
    LOOKED_AT=
    while IFS= read -r candidate; do
        [[ -x $candidate ]] || continue
        version=$(maven_version "$candidate")
        if [[ -n $version ]] && at_least "$version" "$MAVEN_MINIMUM"; then
            MAVEN=$candidate
            return
        fi
        note "$candidate is version ${version:-unknown (it does not run)}"
    done < <(maven_places)
    say "no Maven $MAVEN_MINIMUM or newer was found, and the build needs one. Looked at:"
    printf '%s  and in: MAVEN_HOME, PATH, /usr/share/maven, /opt, /usr/local, Homebrew, SDKMAN\n' "$LOOKED_AT" >&2
    say 'install it with your package manager, or unpack it anywhere and put its bin directory on the PATH.'
    exit 1
}
