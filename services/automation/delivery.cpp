// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/delivery.h"

#include "services/automation/message.h"
#include "services/automation/rendering.h"
#include "services/automation/repository.h"
#include "services/billing/invoice_paper.h"
#include "services/core/crash_point.h"
#include "services/core/log.h"
#include "services/organizations/customer_links.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

using organizations::CustomerLink;
using organizations::CustomerLinks;
using organizations::LinkPurpose;
using namespace std::chrono_literals;

constexpr auto lease = 15min;
constexpr std::chrono::days linkLasts{60}; // as long as an invoice is dunned, and some time more

Result<QByteArray> makeLink(store::Session &session, const Mail &mail) {
  const bool isInvoice = mail.link == MailLink::Invoice;
  const CustomerLink link{mail.organization,
                          isInvoice ? LinkPurpose::Invoice : LinkPurpose::Account,
                          isInvoice ? mail.invoice : std::nullopt, session.clock.now() + linkLasts};
  return CustomerLinks(session).issue(link);
}

QString urlOf(const Mail &mail, const DeliverySettings &settings, const QByteArray &token) {
  return settings.publicUrl +
         organizations::pathOf(
             mail.link == MailLink::Invoice ? LinkPurpose::Invoice : LinkPurpose::Account, token);
}

Result<std::optional<Attachment>>
attachmentOf(store::Session &session, business::AppliedBusiness &business, const Mail &mail) {
  if (!mail.attachesInvoice || !mail.invoice)
    return std::optional<Attachment>();
  TENANTRY_TRY(paper, Repository(session).invoice(mail.organization, *mail.invoice));
  auto pdf = billing::invoicePdf(session, business, mail.organization, *mail.invoice);
  if (!pdf) {
    // The link leads to it as well: a mail is not held back for its attachment.
    spdlog::warn("mail {} goes without its invoice: {}", mail.id.toString(), pdf.error().code);
    return std::optional<Attachment>();
  }
  return std::optional(Attachment{paper->number + u".pdf"_s, std::move(*pdf)});
}

QString sayWith(const char16_t *code, const QString &said) {
  return u"%1 [%2]"_s.arg(said, QString::fromUtf16(code));
}

Result<> putOff(store::Session &session, const Mail &mail, const QString &why) {
  const auto now = session.clock.now();
  const auto delay = retryDelay(mail.attempts);
  return Repository(session).recordFailure(mail, delay ? MailState::Queued : MailState::Failed,
                                           delay ? now + *delay : now, why);
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

Result<> record(store::Session &session, const Mail &mail, const SmtpOutcome &outcome) {
  switch (outcome.handover) {
  case Handover::Accepted:
    return Repository(session).recordSent(mail);
  case Handover::RecipientRefused:
  case Handover::MessageRefused:
    return giveUp(session, mail, outcome);
  case Handover::Later:
    return putOff(session, mail, sayWith(u"mail.refused_for_now", outcome.said));
  case Handover::Unanswered:
    return putOff(session, mail, sayWith(u"mail.unanswered", outcome.said));
  case Handover::NotReached:
    break;
  }
  return putOff(session, mail, sayWith(u"mail.server_not_reached", outcome.said));
}

} // namespace

std::optional<std::chrono::minutes> retryDelay(int attempts) {
  constexpr std::array delays{1min,   5min,   15min,  60min,  120min, 240min,
                              480min, 720min, 720min, 720min, 1440min};
  if (attempts < 1 || static_cast<std::size_t>(attempts) > delays.size())
    return std::nullopt;
  return delays.at(static_cast<std::size_t>(attempts - 1));
}

Delivery::Delivery(const DeliverySettings &settings)
    : m_settings(settings), m_client(settings.server) {}

Result<int> Delivery::run(store::Session &session, const std::function<Result<>()> &mayGoOn) {
  for (bool goesOn = true; goesOn;) {
    TENANTRY_CHECK(mayGoOn());
    TENANTRY_TRY(next, sendNext(session));
    goesOn = next;
  }
  return m_tried;
}

Result<bool> Delivery::sendNext(store::Session &session) {
  TENANTRY_TRY(mail, Repository(session).claim(m_settings.from.section(u'@', -1),
                                               session.clock.now() + lease));
  if (!mail)
    return false;
  ++m_tried;
  auto outcome = handOver(session, *mail);
  if (!outcome) {
    // Its own fault, and no other's: a page that cannot be linked to, for example.
    TENANTRY_CHECK(putOff(session, *mail, outcome.error().toString()));
    return session.database.isConnected();
  }
  crashPoint("mail.before_record");
  TENANTRY_CHECK(record(session, *mail, *outcome));
  if (outcome->handover != Handover::Accepted)
    spdlog::warn("mail {} of organization {} was not accepted", mail->id.toString(),
                 mail->organization.toString());
  return outcome->handover != Handover::NotReached;
}

Result<SmtpOutcome> Delivery::handOver(store::Session &session, const Mail &mail) {
  TENANTRY_TRY(applied, m_business.current(session));
  TENANTRY_TRY(attachment, attachmentOf(session, m_business, mail));
  TENANTRY_TRY(token, makeLink(session, mail));
  const QString url = urlOf(mail, m_settings, token);
  Message message;
  message.fromName = applied->business.name.in(mail.language);
  message.from = m_settings.from;
  message.to = mail.recipient;
  message.subject = mail.subject;
  message.text = withLink(mail.body, url);
  message.html = toHtml(mail.body, url, mail.language);
  message.messageId = mail.messageId;
  message.date = session.clock.now();
  message.attachment = std::move(attachment);
  auto outcome = m_client.send(m_settings.from, mail.recipient, toMime(message));
  // A link that nobody got opens nothing.
  if (outcome.handover != Handover::Accepted && outcome.handover != Handover::Unanswered)
    TENANTRY_CHECK(CustomerLinks(session).revoke(mail.organization, token));
  return outcome;
}

void registerDelivery(jobs::HandlerRegistry &registry, const DeliverySettings &settings) {
  registry.addRecurring({u"mail.deliver"_s, u"mail"_s, settings.every},
                        [settings](store::Session &session, const jobs::Job &,
                                   jobs::JobProgress &progress) -> Result<> {
                          int sent = 0;
                          Delivery delivery(settings);
                          TENANTRY_CHECK(
                              delivery.run(session, [&] { return progress.report(sent++, 0); }));
                          return {};
                        });
}

} // namespace tenantry::automation
