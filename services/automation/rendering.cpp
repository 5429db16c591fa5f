// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/rendering.h"

#include "services/automation/values.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

/// Line breaks and what else steers a terminal or a mail's head becomes a space.
QString oneLine(const QString &value) {
  static const QRegularExpression steering(u"[\\p{Cc}\\x{2028}\\x{2029}]+"_s);
  return QString(value).replace(steering, u" "_s).simplified();
}

QString fill(const QString &text, const Placeholders &values) {
  static const QRegularExpression placeholder(u"\\{([a-z_]+)\\}"_s);
  QString filled;
  qsizetype from = 0;
  for (auto matches = placeholder.globalMatch(text); matches.hasNext();) {
    const auto match = matches.next();
    filled += QStringView(text).mid(from, match.capturedStart() - from);
    from = match.capturedEnd();
    if (match.captured() == linkPlaceholder) {
      filled += linkPlaceholder;
      continue;
    }
    const auto value = values.find(match.captured(1));
    if (value == values.end())
      throw ProgrammingError("a mail has no value for " + match.captured(1).toStdString());
    // A customer may be named “{link}”: the link belongs where the template has it.
    filled += oneLine(value->second).replace(linkPlaceholder, u"(link)"_s);
  }
  return filled + text.mid(from);
}

struct Decline {
  QLatin1StringView code; ///< empty: all others
  const char16_t *english;
  const char16_t *german;
};

constexpr Decline declines[] = {
    {"insufficient_funds"_L1, u"the account does not have enough money",
     u"das Konto ist nicht ausreichend gedeckt"},
    {"expired_card"_L1, u"the card has expired", u"die Karte ist abgelaufen"},
    {"needs_action"_L1, u"your bank asks you to confirm the payment",
     u"Ihre Bank verlangt eine Bestätigung der Zahlung"},
    {"authentication_required"_L1, u"your bank asks you to confirm the payment",
     u"Ihre Bank verlangt eine Bestätigung der Zahlung"},
    {""_L1, u"your bank declined the payment", u"Ihre Bank hat die Zahlung abgelehnt"}};

} // namespace

QString languageOf(const business::MailTemplate &mail, const QString &wanted) {
  const QString language = wanted.left(2).toLower();
  return mail.byLanguage.contains(language) ? language : u"en"_s;
}

business::MailText render(const business::MailText &text, const Placeholders &values) {
  return {fill(text.subject, values).simplified(), fill(text.text, values).trimmed()};
}

QString withLink(const QString &body, const QString &url) {
  return QString(body).replace(linkPlaceholder, url);
}

QString toHtml(const QString &body, const QString &url, const QString &language) {
  static const QRegularExpression emptyLines(u"\\n[ \\t]*\\n\\s*"_s);
  const QString address = url.toHtmlEscaped();
  const QString anchor = u"<a href=\"%1\">%1</a>"_s.arg(address);
  QString html =
      u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n"_s.arg(
          language.toHtmlEscaped());
  for (const QString &paragraph : body.split(emptyLines, Qt::SkipEmptyParts))
    html += u"<p>"_s +
            paragraph.trimmed()
                .toHtmlEscaped()
                .replace(u'\n', u"<br>\n"_s)
                .replace(linkPlaceholder, anchor) +
            u"</p>\n"_s;
  return html + u"</body>\n</html>\n"_s;
}

QString differenceOf(std::int64_t minor, const QString &amount, const QString &language) {
  const bool isGerman = language == "de"_L1;
  if (minor == 0)
    return isGerman ? u"gleich viel"_s : u"the same"_s;
  if (isGerman)
    return (minor < 0 ? u"%1 weniger im Monat"_s : u"%1 mehr im Monat"_s).arg(amount);
  return (minor < 0 ? u"%1 less a month"_s : u"%1 more a month"_s).arg(amount);
}

QString unlimitedWord(const QString &language) {
  return language == "de"_L1 ? u"unbegrenzt"_s : u"unlimited"_s;
}

QString reasonOf(const QString &declineCode, const QString &language) {
  for (const auto &decline : declines)
    if (decline.code.isEmpty() || decline.code == declineCode)
      return QString::fromUtf16(language == "de"_L1 ? decline.german : decline.english);
  return {};
}

} // namespace tenantry::automation
