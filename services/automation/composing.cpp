// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/composing.h"

#include "services/automation/message.h"
#include "services/automation/rendering.h"
#include "services/automation/repository.h"
#include "services/billing/invoice_paper.h"
#include "services/core/log.h"
#include "services/organizations/customer_links.h"

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

using organizations::CustomerLink;
using organizations::CustomerLinks;
using organizations::LinkPurpose;

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

} // namespace

Result<Composed> compose(store::Session &session, business::AppliedBusiness &business,
                         const DeliverySettings &settings, const Mail &mail) {
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(attachment, attachmentOf(session, business, mail));
  TENANTRY_TRY(token, makeLink(session, mail));
  const QString url = urlOf(mail, settings, token);
  Message message;
  message.fromName = applied->business.name.in(mail.language);
  message.from = settings.from;
  message.to = mail.recipient;
  message.subject = mail.subject;
  message.text = withLink(mail.body, url);
  message.html = toHtml(mail.body, url, mail.language);
  message.messageId = mail.messageId;
  message.date = session.clock.now();
  message.attachment = std::move(attachment);
  return Composed{{settings.from, mail.recipient, toMime(message)}, token};
}

} // namespace tenantry::automation
