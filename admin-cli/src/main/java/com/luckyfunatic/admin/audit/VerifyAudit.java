package com.luckyfunatic.admin.audit;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.ProgressLine;
import com.luckyfunatic.operations.audit.AnchorFile;
import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.storage.audit.AuditAnchor;
import com.luckyfunatic.storage.audit.AuditCheck;
import com.luckyfunatic.storage.audit.AuditFinding;
import com.luckyfunatic.storage.audit.AuditReport;
import com.luckyfunatic.storage.audit.MissingKeyException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Checks that what is recorded for good is as it was sealed. */
@Command(
        name = "verify",
        description = {
            "Check that what is recorded is as it was when the job seal-audit sealed it: no row was"
                    + " edited, deleted, inserted or moved. What came after the last seal is not"
                    + " checked.",
            "",
            "Who can write to the database can make all seals anew, unless they were made with a"
                    + " key; this shows by the file of heads that is kept apart (audit-anchor).",
            "",
            "Of the audit trail in ScyllaDB the lists of its rows' hashes are sealed, and every row"
                    + " is then held against them. With --day, only partitions that are listed for"
                    + " that day are read: rows that were put elsewhere show without it.",
            "",
            "Distributed storage may be played on meanwhile; embedded storage must be in use by no"
                    + " server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin audit verify --data-dir ./data --anchor /mnt/audit/heads",
            "  funatic admin audit verify --config server.yaml --day 2026-11-27 --json"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is different from what was sealed",
            "1:something is not; each is a line",
            "2:the command line or the configuration is wrong, or the key is missing",
            "66:the key or the file of heads could not be read, or temporary files not be kept",
            "69:the storage cannot be used"
        })
public final class VerifyAudit extends StorageCommand {
    @Option(
            names = "--day",
            paramLabel = "DAY",
            description = "Check the rows of this day only, such as 2026-11-27, in UTC.")
    private @Nullable LocalDate day;

    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            description =
                    "The heads that were kept apart. Default: the server's setting audit-anchor.")
    private @Nullable Path anchor;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "The key that the seals were made with. Default: the server's setting"
                            + " audit-key-file.")
    private @Nullable Path key;

    @Option(
            names = "--keyed-from",
            paramLabel = "LOG=N",
            description =
                    "The first seal of this log that was made with the key, where it was set later"
                            + " than the first seals; may be given for each log. With a key, a seal"
                            + " without it is a finding from there on. Default: 1.")
    private Map<String, Long> keyedFrom = new HashMap<>();

    private AuditSealing sealing = AuditSealing.PLAIN;
    private List<AuditAnchor> anchors = List.of();

    @Override
    protected void check() {
        if (keyedFrom.values().stream().anyMatch(first -> first < 1)) {
            throw new ParameterException(spec().commandLine(), "--keyed-from is 1 or more.");
        }
        try {
            sealing =
                    AuditSealing.of(
                            setting("audit-key-file", "FUNATIC_AUDIT_KEY_FILE", key),
                            setting("audit-anchor", "FUNATIC_AUDIT_ANCHOR", anchor));
            AnchorFile file = sealing.anchor();
            anchors = file == null ? List.of() : file.read();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage() + ".", e);
        }
        if (!keyedFrom.isEmpty() && !sealing.chain().isKeyed()) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--keyed-from says nothing without a key: say --key-file.");
        }
    }

    private String setting(String name, String variable, @Nullable Path given) {
        return options()
                .setting(name, given == null ? System.getenv(variable) : given.toString(), "");
    }

    @Override
    protected int run(GameStorage opened) {
        sealing.warningOfChecking(options().isProduction()).ifPresent(this::complain);
        long findings = 0;
        List<String> unchecked = new ArrayList<>();
        List<AuditLog> logs = opened.audit().logs();
        refuseUnknownLogs(logs);
        try {
            for (AuditLog log : logs) {
                AuditReport report = check(opened, log);
                findings += report.findings();
                if (report.rows() == 0) {
                    unchecked.add(log.name());
                }
            }
        } catch (MissingKeyException e) {
            complain(e.getMessage() + " Say --key-file.");
            return ExitCodes.USAGE;
        } catch (UncheckedIOException e) {
            complain(String.valueOf(e.getMessage()));
            return ExitCodes.UNREADABLE;
        }
        if (!isJson()) {
            tell(verdict(findings, unchecked));
        }
        return findings == 0 ? ExitCodes.OK : ExitCodes.PROBLEMS;
    }

    private void refuseUnknownLogs(List<AuditLog> logs) {
        Set<String> names = logs.stream().map(AuditLog::name).collect(toCollection(TreeSet::new));
        for (String given : keyedFrom.keySet()) {
            if (!names.contains(given)) {
                throw new ParameterException(
                        spec().commandLine(),
                        "--keyed-from: there is no log %s here, only %s."
                                .formatted(given, String.join(", ", names)));
            }
        }
    }

    private String verdict(long findings, List<String> unchecked) {
        if (findings > 0) {
            return findings + " things are not as they were sealed";
        }
        if (unchecked.isEmpty()) {
            return "everything is as it was sealed";
        }
        return "nothing is different; no row of %s was sealed%s, so none was checked"
                .formatted(String.join(", ", unchecked), day == null ? " yet" : " on that day");
    }

    private AuditReport check(GameStorage opened, AuditLog log) {
        ProgressLine line =
                ProgressLine.of(
                        "seals of " + log.name() + " checked", spec().commandLine().getErr());
        AuditCheck check =
                new AuditCheck(opened.audit(), sealing.chain(), anchors)
                        .keyedFrom(keyedFrom.getOrDefault(log.name(), 1L));
        if (day != null) {
            check.day(day);
        }
        ProgressLine rows =
                ProgressLine.of(
                        "rows that " + log.name() + " lists compared",
                        spec().commandLine().getErr());
        AuditReport report =
                check.run(
                        log,
                        opened.clock().millis(),
                        new AuditCheck.Progress() {
                            @Override
                            public void checked(long seals, long ofSeals) {
                                line.at(seals, ofSeals);
                            }

                            @Override
                            public void compared(long done, long ofRows) {
                                rows.at(done, ofRows);
                            }
                        },
                        this::tell);
        line.end();
        rows.end();
        tell(report);
        return report;
    }

    private void tell(AuditFinding finding) {
        if (!isJson()) {
            tell(finding.toString());
            return;
        }
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("log", finding.log());
        node.put("kind", finding.kind().name().toLowerCase(Locale.ROOT));
        node.put("seal", finding.seal() == 0 ? null : finding.seal());
        node.put("day", finding.day() == null ? null : finding.day().toString());
        node.put("fromPosition", Long.toString(finding.fromPosition()));
        node.put("toPosition", Long.toString(finding.toPosition()));
        Long position = finding.position();
        node.put("position", position == null ? null : position.toString());
        node.put("detail", finding.detail());
        tell(node.toString());
    }

    private void tell(AuditReport report) {
        if (isJson()) {
            ObjectNode node = new ObjectMapper().createObjectNode();
            node.put("log", report.log());
            node.put("clean", report.isClean());
            node.put("checked", report.rows() > 0);
            node.put("seals", report.seals());
            node.put("keyedSeals", report.keyedSeals());
            node.put("rows", report.rows());
            node.put("gone", report.gone());
            node.put("unsealed", report.unsealed());
            node.put("listedRows", report.listed().rows());
            node.put("listedGone", report.listed().gone());
            node.put("listedUnsealed", report.listed().unsealed());
            node.put("findings", report.findings());
            tell(node.toString());
            return;
        }
        tell(
                "%s: %d seals (%d with a key), %d rows as they were sealed, %d too old to be kept,"
                                .formatted(
                                        report.log(),
                                        report.seals(),
                                        report.keyedSeals(),
                                        report.rows(),
                                        report.gone())
                        + " %d not sealed yet".formatted(report.unsealed()));
        if (!report.listed().equals(AuditComparison.NOTHING)) {
            tell(
                    "%s lists %d rows that are as they were sealed, %d too old to be kept, %d not"
                                    .formatted(
                                            report.log(),
                                            report.listed().rows(),
                                            report.listed().gone(),
                                            report.listed().unsealed())
                            + " sealed yet");
        }
    }
}
