// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/tried.h"

#include "services/automation/delivery.h"
#include "services/core/log.h"
#include "services/organizations/customer_links.h"

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

QString sayWith(const char16_t *code, const QString &said) {
  return u"%1 [%2]"_s.arg(said, QString::fromUtf16(code));
}

Result<> giveUp(store::Session &session, const Mail &mail, const SmtpOutcome &outcome) {
  return session.database.transaction([&]() -> Result<> {
    Repository repository(session);
    const QString why =
        sayWith(outcome.handover == Handover::RecipientRefused ? u"mail.recipient_refused"
                                                               : u"mail.message_refused",
                outcome.said);
    if (outcome.isUnknownMailbox)
      TENANTRY_CHECK(repository.suppress(mail, why));
    return repository.recordFailure(mail, MailState::Failed, session.clock.now(), why);
  });
}

Result<> revoke(store::Session &session, const Mail &mail, const QByteArray &token) {
  if (token.isEmpty())
    return {};
  return organizations::CustomerLinks(session).revoke(mail.organization, token);
}

Result<> recordRefusal(store::Session &session, const Tried &tried) {
  const auto &[mail, token, outcome] = tried;
  spdlog::warn("mail {} of organization {} was not accepted", mail.id.toString(),
               mail.organization.toString());
  if (outcome.handover == Handover::Unanswered)
    return putOff(session, mail, sayWith(u"mail.unanswered", outcome.said));
  TENANTRY_CHECK(revoke(session, mail, token));
  if (outcome.handover == Handover::RecipientRefused ||
      outcome.handover == Handover::MessageRefused)
    return giveUp(session, mail, outcome);
  return putOff(session, mail,
                sayWith(outcome.handover == Handover::Later ? u"mail.refused_for_now"
                                                            : u"mail.server_not_reached",
                        outcome.said));
}

} // namespace

Result<> putOff(store::Session &session, const Mail &mail, const QString &why) {
  const auto now = session.clock.now();
  const auto delay = retryDelay(mail.attempts);
  return Repository(session).recordFailure(mail, delay ? MailState::Queued : MailState::Failed,
                                           delay ? now + *delay : now, why);
}

Result<> giveBack(store::Session &session, const Mail &mail, const QByteArray &token) {
  TENANTRY_CHECK(revoke(session, mail, token));
  return Repository(session).giveBack(mail);
}

Result<> recordTried(store::Session &session, const std::vector<Tried> &tried) {
  std::vector<Mail> accepted;
  for (const auto &one : tried)
    if (one.outcome.handover == Handover::Accepted)
      accepted.push_back(one.mail);
  if (!accepted.empty())
    TENANTRY_CHECK(Repository(session).recordSent(accepted));
  for (const auto &one : tried)
    if (one.outcome.handover != Handover::Accepted)
      TENANTRY_CHECK(recordRefusal(session, one));
  return {};
}

} // namespace tenantry::automation
