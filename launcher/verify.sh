# shellcheck shell=bash
# Runs every check and every test, and adds up what ran. Sourced by ../funatic.

readonly VERIFY_LOG=$STATE/verify.log

# Arguments go to Maven, before the goal: `verify clean`, `verify -pl engine-storage -am`, `verify -DskipITs`.
verify() {
    local status
    require_jdk
    require_maven
    find_browser
    warn_of_other_builds "$@"
    mkdir -p "$STATE" || die "cannot write to $STATE"
    say "verifying with Java $JDK_VERSION from $JAVA_HOME and $MAVEN (full log: ${VERIFY_LOG#"$ROOT"/})"
    : >"$STATE/verify-started"
    run_maven "$VERIFY_LOG" show_checks --fail-at-end "$@" verify
    status=$?
    report_tests "$status"
    exit "$status"
}

# Modules that are not built take the others from the local Maven repository, as old as they may be there.
warn_of_other_builds() {
    case " $* " in
        *' -am '* | *' --also-make '*) ;;
        *' -pl'* | *' --projects'*) say 'without -am, what these modules need comes from the local Maven repository, not from this checkout' ;;
    esac
}

# Sets FUNATIC_CHROMIUM for the browser tests, or says that they are left out.
find_browser() {
    # The driver would otherwise fetch a browser of its own.
    export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    if [[ -n ${FUNATIC_CHROMIUM:-} ]]; then
        [[ -x $FUNATIC_CHROMIUM ]] || die "FUNATIC_CHROMIUM is set to $FUNATIC_CHROMIUM, which cannot be run"
        export FUNATIC_CHROMIUM
        return
    fi
    local candidate
    for candidate in chromium chromium-browser google-chrome google-chrome-stable \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' /Applications/Chromium.app/Contents/MacOS/Chromium; do
        FUNATIC_CHROMIUM=$(command -v "$candidate") && export FUNATIC_CHROMIUM && return
    done
    unset FUNATIC_CHROMIUM
    BROWSER_MISSING='The browser tests were left out: no chromium, chromium-browser or google-chrome on the PATH (or set FUNATIC_CHROMIUM).'
    say "$BROWSER_MISSING"
}

# Reader of Maven's output (see run_maven): which module, which test class, and whatever is not plain information.
show_checks() {
    local line downloads=0
    while IFS= read -r line; do
        printf '%s\n' "$line" >&3
        line=${line//$'\033[0m'/}
        line=${line//$'\033[m'/}
        line=${line//$'\033[1m'/}
        case $line in
            '[INFO] Building '*\[*/*\]) printf '\n%s\n' "${line#'[INFO] '}" ;;
            '[INFO] Tests run:'*' -- in '*) printf '  %s\n' "${line#'[INFO] '}" ;;
            '[INFO] BUILD '* | '[INFO] '*' SUCCESS ['* | '[INFO] '*' FAILURE ['* | '[INFO] '*' SKIPPED'* | '[INFO] Total time'*)
                printf '%s\n' "${line#'[INFO] '}"
                ;;
            *'Downloaded from '*) ((++downloads % 100 == 0)) && printf '  %s files fetched\n' "$downloads" ;;
            *'Downloading from '* | '[INFO]'* | Progress*) ;;
            *) printf '%s\n' "$line" ;;
        esac
    done
}

# Counts of one module, from the reports written since verify began: passed, failed, skipped.
count_tests() {
    find "$1"/target/surefire-reports "$1"/target/failsafe-reports -name 'TEST-*.xml' -newer "$STATE/verify-started" \
        -exec grep -h '<testsuite ' {} + 2>/dev/null | awk '
        function attribute(name) {
            return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0
        }
        {
            failed += attribute("failures") + attribute("errors"); skipped += attribute("skipped"); tests += attribute("tests")
        }
        END { print tests - failed - skipped, failed + 0, skipped + 0 }'
}

# report_tests <exit status of Maven>: a table by module, and one plain line at the very end.
report_tests() {
    local pom module passed failed skipped all_passed=0 all_failed=0 all_skipped=0
    printf '\n%-20s %8s %8s %8s\n' module passed failed skipped
    for pom in "$ROOT"/*/pom.xml; do
        module=$(dirname "$pom")
        read -r passed failed skipped < <(count_tests "$module")
        [[ $((passed + failed + skipped)) -eq 0 ]] && continue
        printf '%-20s %8d %8d %8d\n' "${module##*/}" "$passed" "$failed" "$skipped"
        all_passed=$((all_passed + passed)) all_failed=$((all_failed + failed)) all_skipped=$((all_skipped + skipped))
    done
    [[ -n ${BROWSER_MISSING:-} ]] && printf '%s\n' "$BROWSER_MISSING"
    [[ $1 -eq 0 ]] || printf 'The build failed. The reasons stand above and in %s.\n' "$VERIFY_LOG"
    printf '%d passed, %d failed, %d skipped\n' "$all_passed" "$all_failed" "$all_skipped"
}
