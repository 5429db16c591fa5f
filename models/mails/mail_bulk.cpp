// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mails/mail_bulk.h"

#include "services/automation/mail_listing.h"
#include "services/automation/outbox.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

using automation::Mail;
using automation::MailId;
using automation::MailRow;
using automation::MailState;
using automation::Outbox;

namespace {

QString mailBulkText(const char *source) {
  return QCoreApplication::translate("tenantry::models::MailBulk", source);
}

/// Changed, left as it is so already, or refused. A mail moves no money, and is sent as it was
/// written: nothing else to hold an act to.
enum class MailFate { Changes, Is, Refused };
using FateOf = MailFate (*)(const Mail &);

MailFate fateOfSending(const Mail &mail) {
  if (mail.state == MailState::Sent)
    return MailFate::Refused;
  return mail.state == MailState::Queued && mail.attempts == 0 ? MailFate::Is : MailFate::Changes;
}

MailFate fateOfCancelling(const Mail &mail) {
  if (mail.state == MailState::Cancelled)
    return MailFate::Is;
  const bool canEnd = mail.state == MailState::Queued || mail.state == MailState::Failed;
  return canEnd ? MailFate::Changes : MailFate::Refused;
}

BulkVerdict mailVerdict(const QString &key, const MailRow *mail, FateOf fateOf) {
  BulkVerdict verdict{key, {}};
  if (!mail) {
    verdict.refusal = Error{u"mail.not_found"_s, u"There is no such mail."_s};
    return verdict;
  }
  verdict.name = u"%1 (%2)"_s.arg(mail->subject, mail->recipient);
  const auto fate = fateOf(*mail);
  verdict.changes = fate == MailFate::Changes;
  if (fate == MailFate::Refused)
    verdict.refusal =
        Error{u"mail.not_waiting"_s, u"The mail is now %1."_s.arg(toString(mail->state))};
  return verdict;
}

auto mailPreview(FateOf fateOf) {
  return [fateOf](store::Session &session, business::AppliedBusiness &,
                  const QStringList &keys) -> Result<std::vector<BulkVerdict>> {
    std::vector<MailId> ids;
    for (const auto &key : keys)
      ids.push_back(MailId::fromString(key));
    TENANTRY_TRY(mails, automation::MailListing(session).byIds(ids));
    std::map<QString, const MailRow *> known;
    for (const auto &mail : mails)
      known.emplace(mail.id.toString(), &mail);
    std::vector<BulkVerdict> verdicts;
    for (const auto &key : keys) {
      const auto found = known.find(key);
      verdicts.push_back(mailVerdict(key, found == known.end() ? nullptr : found->second, fateOf));
    }
    return verdicts;
  };
}

auto mailAct(FateOf fateOf, Result<Mail> (Outbox::*act)(const MailId &)) {
  return [fateOf, act](store::Session &session, business::AppliedBusiness &, const QString &key,
                       const Seen &) -> Result<BulkChange> {
    Outbox outbox(session);
    const auto id = MailId::fromString(key);
    TENANTRY_TRY(before, outbox.find(id));
    if (fateOf(before) == MailFate::Is)
      return BulkChange{};
    TENANTRY_CHECK((outbox.*act)(id));
    return BulkChange{true, [before](store::Session &later, business::AppliedBusiness &) {
                        return Outbox(later).restore(before);
                      }};
  };
}

} // namespace

BulkAct sendMails() {
  return {mailBulkText(QT_TRANSLATE_NOOP("tenantry::models::MailBulk", "Sending mails anew")),
          mailPreview(fateOfSending), mailAct(fateOfSending, &Outbox::retry)};
}

BulkAct cancelMails() {
  return {mailBulkText(QT_TRANSLATE_NOOP("tenantry::models::MailBulk", "Cancelling mails")),
          mailPreview(fateOfCancelling), mailAct(fateOfCancelling, &Outbox::cancel)};
}

} // namespace tenantry::models
