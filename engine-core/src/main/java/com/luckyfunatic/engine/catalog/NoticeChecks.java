package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.notice.AnnouncementDefinition;
import com.luckyfunatic.engine.notice.Audience;
import com.luckyfunatic.engine.notice.BannerDefinition;
import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.referral.StartParam;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what players are told: texts without markup, links without scripts, audiences. Pure. */
final class NoticeChecks {
    /** Where a browser would begin to read a tag, a comment or an instruction. */
    private static final Pattern MARKUP = Pattern.compile("<[A-Za-z/!?]");

    /**
     * An https address with a host, without a user, and with nothing that could end an attribute.
     */
    private static final Pattern LINK =
            Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][^\\s\"<>\\\\^`{|}]*)?");

    /** A path on this server. Two slashes would name another one. */
    private static final Pattern PATH = Pattern.compile("/(?!/)[^\\s\"<>\\\\^`{|}]*");

    private NoticeChecks() {}

    static void check(Content content, Report report) {
        banners(content, report);
        announcements(content, report);
    }

    private static void announcements(Content content, Report report) {
        List<AnnouncementDefinition> announcements = content.definition().notices().announcements();
        report.unique("notices.announcements", "id", announcements, AnnouncementDefinition::id);
        for (int i = 0; i < announcements.size(); i++) {
            AnnouncementDefinition announcement = announcements.get(i);
            String row = Report.row("notices.announcements", i, announcement.id());
            report.line(row + ".title", announcement.title(), Limits.NAME_MAX);
            plain(row + ".title", announcement.title(), report);
            report.lines(row + ".text", announcement.text(), Limits.CHAPTER_MAX);
            plain(row + ".text", announcement.text(), report);
            link(row + ".actionUrl", announcement.actionUrl(), report);
            audience(row + ".audience", announcement.audience(), content, report);
            report.window(row, announcement.availableFrom(), announcement.availableUntil());
        }
    }

    private static void banners(Content content, Report report) {
        List<BannerDefinition> banners = content.definition().notices().banners();
        report.unique("notices.banners", "id", banners, BannerDefinition::id);
        for (int i = 0; i < banners.size(); i++) {
            BannerDefinition banner = banners.get(i);
            String row = Report.row("notices.banners", i, banner.id());
            report.line(row + ".title", banner.title(), Limits.NAME_MAX);
            plain(row + ".title", banner.title(), report);
            report.lines(row + ".text", banner.text(), Limits.DESCRIPTION_MAX);
            plain(row + ".text", banner.text(), report);
            image(row + ".image", banner.image(), report);
            link(row + ".actionUrl", banner.actionUrl(), report);
            report.range(row + ".order", banner.order(), 0, Limits.ORDER_MAX);
            audience(row + ".audience", banner.audience(), content, report);
            report.window(row, banner.availableFrom(), banner.availableUntil());
        }
    }

    /** Whoever shows a text may take it for HTML: what would be a tag there is refused here. */
    private static void plain(String row, String text, Report report) {
        if (MARKUP.matcher(text).find()) {
            report.add(row, "must be plain text, but has a '<' that begins markup");
        }
    }

    private static void link(String row, @Nullable String url, Report report) {
        if (url != null) {
            report.line(row, url, Limits.URL_MAX);
            if (!LINK.matcher(url).matches()) {
                report.add(row, "must be an https:// address, was " + url);
            }
        }
    }

    private static void image(String row, @Nullable String image, Report report) {
        if (image != null) {
            address(row, image, Limits.IMAGE_MAX, report);
        }
    }

    /** Checks where something is, on this server or elsewhere. */
    static void address(String row, String address, int max, Report report) {
        report.line(row, address, max);
        if (!PATH.matcher(address).matches() && !LINK.matcher(address).matches()) {
            report.add(
                    row,
                    "must be an https:// address or a path that begins with /, was " + address);
        }
    }

    private static void audience(String row, Audience audience, Content content, Report report) {
        if (report.range(row + ".fromRank", audience.fromRank(), 1, Limits.ROWS_MAX)
                && audience.fromRank() > content.lastRank()) {
            report.add(
                    row + ".fromRank",
                    "can never be reached: the last rank is "
                            + content.lastRank()
                            + ", was "
                            + audience.fromRank());
        }
        if (report.range(row + ".toRank", audience.toRank(), 0, Limits.ROWS_MAX)
                && audience.toRank() != 0
                && audience.toRank() < audience.fromRank()) {
            report.add(
                    row + ".toRank",
                    "must not be below fromRank, "
                            + audience.fromRank()
                            + ", was "
                            + audience.toRank());
        }
        words(row + ".languages", audience.languages(), report);
        words(row + ".campaigns", audience.campaigns(), report);
        for (int i = 0; i < audience.languages().size(); i++) {
            String language = audience.languages().get(i);
            if (!LanguageTag.isTag(language)) {
                report.add(
                        Report.row(row + ".languages", i),
                        "must be a language tag in lower case, such as pt or pt-br, was "
                                + language);
            }
        }
        for (int i = 0; i < audience.campaigns().size(); i++) {
            String campaign = audience.campaigns().get(i);
            if (!(StartParam.parse(campaign) instanceof StartParam.Campaign)) {
                report.add(
                        Report.row(row + ".campaigns", i),
                        "can never be met: no link makes a campaign of '" + campaign + "'");
            }
        }
    }

    private static void words(String row, List<String> words, Report report) {
        if (words.size() > Limits.AUDIENCE_WORDS_MAX) {
            report.add(
                    row,
                    "must have at most "
                            + Limits.AUDIENCE_WORDS_MAX
                            + " rows, has "
                            + words.size());
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (!seen.add(words.get(i))) {
                report.add(Report.row(row, i), "names '" + words.get(i) + "' twice");
            }
        }
    }
}
