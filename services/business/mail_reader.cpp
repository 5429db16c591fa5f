// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/mail_templates.h"
#include "services/business/readers.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

constexpr auto everywhere = std::to_array<std::string_view>({"organization", "business", "link"});
constexpr auto ofInvoice = std::to_array<std::string_view>({"number", "amount", "due"});
constexpr auto ofReceipt = std::to_array<std::string_view>({"number", "amount"});
constexpr auto ofFailure = std::to_array<std::string_view>({"number", "amount", "reason"});
constexpr auto ofPlan = std::to_array<std::string_view>({"plan"});
constexpr auto ofEnd = std::to_array<std::string_view>({"plan", "ends"});
constexpr auto ofQuota = std::to_array<std::string_view>({"metric", "used", "limit"});
constexpr auto ofUpgrade = std::to_array<std::string_view>(
    {"metric", "plan", "suggested", "now", "then", "difference", "limits"});

constexpr std::span<const std::string_view> ofNothingElse;

constexpr auto mailKinds = std::to_array<MailKind>({{"organization-welcome", ofNothingElse},
                                                    {"onboarding-checkin-day3", ofNothingElse},
                                                    {"onboarding-checkin-day7", ofNothingElse},
                                                    {"invoice-issued", ofInvoice},
                                                    {"invoice-payment-required", ofInvoice},
                                                    {"payment-receipt", ofReceipt},
                                                    {"payment-failed", ofFailure},
                                                    {"payment-reminder", ofInvoice},
                                                    {"payment-refunded", ofReceipt},
                                                    {"credit-note-issued", ofReceipt},
                                                    {"subscription-suspended", ofPlan},
                                                    {"subscription-reactivated", ofPlan},
                                                    {"subscription-cancelled", ofPlan},
                                                    {"trial-ending-soon", ofEnd},
                                                    {"trial-expired", ofPlan},
                                                    {"renewal-reminder", ofEnd},
                                                    {"quota-exceeded", ofQuota},
                                                    {"upgrade-suggestion", ofUpgrade}});

bool has(std::span<const std::string_view> names, const QString &name) {
  return std::find(names.begin(), names.end(), name.toStdString()) != names.end();
}

QString knownTo(const MailKind &kind) {
  QStringList names;
  for (const auto list : {std::span<const std::string_view>(everywhere), kind.placeholders})
    for (const std::string_view name : list)
      names += u'{' + fromUtf8(name) + u'}';
  return names.join(u", "_s);
}

class MailReader {
public:
  MailReader(const MailKind &kind, MailTemplate &mail) : m_kind(kind), m_mail(mail) {}

  void read(const TableReader &file) {
    for (const std::string_view language : mailLanguages)
      if (!file.has(language))
        file.reportTable(u"missing_key"_s, u"has no [%1]; write its texts in that language."_s.arg(
                                               fromUtf8(language)));
    for (const std::string &language : file.keys())
      readLanguage(file, language);
  }

private:
  void readLanguage(const TableReader &file, const std::string &language) {
    static const QRegularExpression code(u"^[a-z]{2}$"_s);
    const QString name = fromUtf8(language);
    if (!code.match(name).hasMatch()) {
      file.reportKey(u"unknown_key"_s, language,
                     u"is not a language: write [en], [de] or another of two letters."_s);
      return;
    }
    const auto table = file.table(language, keys::mailText);
    if (!table)
      return;
    MailText &words = m_mail.byLanguage[name];
    if (table->read("subject", words.subject, Need::Required))
      checkSubject(*table, words.subject);
    if (table->read("text", words.text, Need::Required))
      checkText(*table, words.text);
  }

  void checkSubject(const TableReader &table, const QString &subject) const {
    if (subject.trimmed().isEmpty() || subject.contains(u'\n'))
      table.report(u"impossible_value"_s, "subject", u"must be one line, and not empty."_s);
    checkPlaceholders(table, "subject", subject);
    if (subject.contains(u"{link}"_s))
      table.report(u"impossible_value"_s, "subject",
                   u"has {link}, which only the text may have: whoever has the link "
                   u"needs no password."_s);
  }

  void checkText(const TableReader &table, const QString &text) const {
    if (text.trimmed().isEmpty())
      table.report(u"impossible_value"_s, "text", u"must not be empty."_s);
    checkPlaceholders(table, "text", text);
  }

  void checkPlaceholders(const TableReader &table, std::string_view key,
                         const QString &text) const {
    for (const QString &name : placeholdersOf(text))
      if (name.isEmpty())
        table.report(u"impossible_value"_s, key,
                     u"has a brace that belongs to no {placeholder}."_s);
      else if (!has(everywhere, name) && !has(m_kind.placeholders, name))
        table.report(u"bad_reference"_s, key,
                     u"has {%1}, which this mail does not know; there are: %2."_s.arg(
                         name, knownTo(m_kind)));
  }

  const MailKind &m_kind;
  MailTemplate &m_mail;
};

} // namespace

const MailKind *findMail(const QString &id) {
  const auto found = std::find_if(mailKinds.begin(), mailKinds.end(),
                                  [&](const MailKind &kind) { return fromUtf8(kind.id) == id; });
  return found == mailKinds.end() ? nullptr : &*found;
}

QStringList mailIds() {
  QStringList ids;
  for (const MailKind &kind : mailKinds)
    ids += fromUtf8(kind.id);
  return ids;
}

QString mailNames() { return mailIds().join(u", "_s); }

bool isCheckIn(const QString &id) {
  return id.startsWith(u"onboarding-checkin-"_s) && findMail(id) != nullptr;
}

QString checkInNames() {
  QStringList names;
  for (const MailKind &kind : mailKinds)
    if (const auto name = fromUtf8(kind.id); isCheckIn(name))
      names += name;
  return names.join(u", "_s);
}

std::vector<QString> placeholdersOf(const QString &text) {
  static const QRegularExpression part(u"\\{([a-z_]+)\\}|[{}]"_s);
  std::vector<QString> names;
  for (auto matches = part.globalMatch(text); matches.hasNext();)
    names.push_back(matches.next().captured(1));
  return names;
}

void readMails(const TableReader &section, Business &business) {
  for (const auto &[id, file] : section.entries({})) {
    const MailKind *kind = findMail(id);
    if (kind == nullptr) {
      section.reportKey(u"unknown_key"_s, id.toStdString(),
                        u"is not a mail of this version; the mails are: %1."_s.arg(mailNames()));
      continue;
    }
    MailTemplate &mail = business.mails[id];
    mail.id = id;
    MailReader(*kind, mail).read(file);
  }
}

} // namespace tenantry::business
