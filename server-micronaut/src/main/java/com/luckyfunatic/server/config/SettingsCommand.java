package com.luckyfunatic.server.config;

import com.luckyfunatic.server.text.Suggestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the server: one flag per setting, made from the table. */
public final class SettingsCommand {
    private static final String CONFIG_FLAG = "--config";

    /** The one variable with our prefix that is no setting: it says where settings are. */
    static final String CONFIG_VARIABLE = "FUNATIC_CONFIG";

    private static final String HELP_FLAG = "--help";
    private static final int WIDTH = 100;
    private static final int FLAG_WIDTH = 34;

    private final CommandLine commandLine;

    /** Makes the parser. */
    public SettingsCommand() {
        CommandSpec spec = CommandSpec.create().name("funatic serve");
        // One mistake must not hide the next, nor what is wrong elsewhere.
        spec.parser().collectErrors(true);
        spec.usageMessage()
                .customSynopsis("funatic serve [--config FILE] [--NAME VALUE]...")
                .description("Runs the game server.")
                .width(WIDTH)
                .longOptionsMaxWidth(FLAG_WIDTH)
                .sortOptions(false)
                .footer(
                        "%nEach flag can also be given as an environment variable (in brackets) or"
                                + " as a key of the configuration file. All about them:"
                                + " docs/reference/configuration.md");
        spec.addOption(
                OptionSpec.builder("-h", HELP_FLAG)
                        .usageHelp(true)
                        .description("Shows this help.")
                        .build());
        spec.addOption(
                OptionSpec.builder(CONFIG_FLAG)
                        .type(Path.class)
                        .paramLabel("FILE")
                        .description("YAML file with settings [" + CONFIG_VARIABLE + "].")
                        .build());
        for (Setting.Group group : Setting.Group.values()) {
            spec.addArgGroup(group(group));
        }
        commandLine = new CommandLine(spec);
    }

    private static ArgGroupSpec group(Setting.Group group) {
        ArgGroupSpec.Builder args =
                ArgGroupSpec.builder().validate(false).heading("%n" + group.title() + "%n");
        ServerSettings.ALL.stream()
                .filter(setting -> setting.group() == group && !setting.secret())
                .map(SettingsCommand::option)
                .forEach(args::addArg);
        return args.build();
    }

    private static OptionSpec option(Setting<?> setting) {
        OptionSpec.Builder option =
                OptionSpec.builder(setting.flag())
                        .type(String.class)
                        .paramLabel("VALUE")
                        .description(description(setting));
        if (setting.type().flag()) {
            option.arity("0..1").fallbackValue("true");
        }
        return option.build();
    }

    private static String description(Setting<?> setting) {
        String shown = setting.devDefault().isEmpty() ? "" : " Default: " + setting.devDefault();
        String inProd =
                setting.devDefault().equals(setting.prodDefault())
                        ? ""
                        : " (prod: " + setting.prodDefault() + ")";
        String text =
                setting.description().replace("`", "")
                        + (shown.isEmpty() ? "" : shown + inProd + ".")
                        + " ["
                        + setting.variable()
                        + "]";
        // Percent signs start picocli's variables.
        return text.replace("%", "%%");
    }

    /**
     * Reads the command line and all other sources.
     *
     * @return the settings, or nothing when the help was asked for
     * @throws SettingsException when anything is wrong
     */
    public @Nullable Settings parse(List<String> arguments, Map<String, String> environment) {
        ParseResult result = commandLine.parseArgs(arguments.toArray(String[]::new));
        if (result.isUsageHelpRequested()) {
            return null;
        }
        Map<String, String> flags = new LinkedHashMap<>();
        for (Setting<?> setting : ServerSettings.ALL) {
            String text = result.matchedOptionValue(setting.flag(), (String) null);
            if (text != null) {
                flags.put(setting.name(), text);
            }
        }
        Path file = result.matchedOptionValue(CONFIG_FLAG, (Path) null);
        String fileVariable = environment.getOrDefault(CONFIG_VARIABLE, "");
        if (file == null && !fileVariable.isEmpty()) {
            file = Path.of(fileVariable);
        }
        return SettingsLoader.load(
                new SettingsSources(flags, environment, file), mistakes(arguments, result));
    }

    private List<String> mistakes(List<String> arguments, ParseResult result) {
        List<String> mistakes = new ArrayList<>();
        for (Exception each : result.errors()) {
            if (each instanceof UnmatchedArgumentException unmatched) {
                mistakes.addAll(unknown(arguments, unmatched.getUnmatched()));
            } else {
                mistakes.add(String.valueOf(each.getMessage()));
            }
        }
        return mistakes;
    }

    /** Says what is no flag, without what it was to be set to: that may be a secret. */
    private List<String> unknown(List<String> arguments, List<String> unmatched) {
        Set<String> known = commandLine.getCommandSpec().optionsMap().keySet();
        List<String> mistakes = new ArrayList<>();
        String before = "";
        for (String each : unmatched) {
            if (each.startsWith("-")) {
                String flag = each.replaceFirst("(?s)=.*", "");
                mistakes.add("Unknown option: '" + flag + "'" + insteadOf(flag, known));
            } else if (!isValue(arguments, before, each)) {
                mistakes.add("Unmatched argument: '" + each + "'");
            }
            before = each;
        }
        return mistakes;
    }

    private static String insteadOf(String flag, Set<String> known) {
        return ServerSettings.ALL.stream()
                .filter(setting -> setting.secret() && flag.equals("--" + setting.name()))
                .findFirst()
                .map(secret ->
                        "; secrets have no flag: set "
                                + secret.variable()
                                + ", or "
                                + secret.name()
                                + " in the configuration file")
                .orElseGet(() -> Suggestions.didYouMean(flag, known));
    }

    /** Whether {@code argument} is what the unknown flag {@code before} was to be set to. */
    private static boolean isValue(List<String> arguments, String before, String argument) {
        return before.startsWith("-")
                && !before.contains("=")
                && Collections.indexOfSubList(arguments, List.of(before, argument)) >= 0;
    }

    /** The help text: every setting with its meaning, default and environment variable. */
    public String help() {
        return commandLine.getUsageMessage() + secretsHelp();
    }

    private static String secretsHelp() {
        StringBuilder help =
                new StringBuilder(
                        "\nSecrets, by environment variable or configuration file only:\n");
        ServerSettings.ALL.stream()
                .filter(Setting::secret)
                .forEach(setting ->
                        help.append("      ")
                                .append(setting.variable())
                                .append("\n          ")
                                .append(setting.description().replace("`", ""))
                                .append('\n'));
        return help.toString();
    }
}
