// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/delivery.h"
#include "services/automation/mail_consumer.h"
#include "services/automation/outbox.h"
#include "tests/services/automation/smtp_peer.h"
#include "tests/services/automation/unquoted.h"
#include "tests/services/payments/dunned_house.h"

namespace tenantry::tests {

using automation::Mail;
using automation::MailQuery;
using automation::MailState;
using automation::Outbox;

/// Customers who are told by mail, and a mail server.
struct MailHouse : DunnedHouse {
  Outbox outbox() { return Outbox(worker.session); }
  std::vector<Mail> mails() { return expect(outbox().list({})); }
  Mail only() {
    const auto all = mails();
    return all.size() == 1 ? all.front() : Mail();
  }
  [[nodiscard]] automation::DeliverySettings settings() const {
    automation::DeliverySettings settings;
    settings.server.url = peer.url();
    settings.server.answerLimit = std::chrono::seconds(1);
    settings.from = u"billing@example.com"_s;
    settings.publicUrl = u"https://pay.example.com"_s;
    return settings;
  }
  int deliver(const automation::DeliverySettings &to) {
    return expect(automation::Delivery(to).run(worker.session, [] { return Result<>(); }));
  }
  int deliver() { return deliver(settings()); }
  void change(const QByteArray &sql) { expect(test.connect()->adHoc(sql)); }
  void tell(const OrganizationId &organization, const std::vector<store::NewEvent> &events) {
    expect(worker.database->transaction(
        [&] { return store::appendEvents(worker.session, organization, events); }));
    live(0);
  }
  /// The same mail to so many others.
  void copyTo(int others) {
    change(
        "insert into mail (organization_id, mail_id, event_sequence, template, recipient, "
        "language, "
        "subject, body, link, priority, state, due_at, created_at) "
        "select organization_id, gen_random_uuid(), event_sequence, template, n || '@example.com', "
        "language, subject, body, 'account', priority, 'queued', due_at, created_at "
        "from mail, generate_series(1, " +
        QByteArray::number(others) + ") as n");
  }
  /// Of the links that were made and not revoked.
  std::int64_t links() {
    return number("select count(*) from customer_link where revoked_at is null");
  }

  SmtpPeer peer;
};

} // namespace tenantry::tests
