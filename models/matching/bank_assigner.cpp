// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/bank_assigner.h"

#include "models/connection/when_done.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {
constexpr auto assignPause = 150ms;
}

BankAssigner::BankAssigner(Connection &connection, const payments::KeptEntry &entry,
                           QObject *parent)
    : QObject(parent), m_connection(connection), m_entry(entry) {
  for (auto *pause : {&m_pause, &m_searchPause}) {
    pause->setSingleShot(true);
    pause->setInterval(assignPause);
  }
  m_pause.callOnTimeout(this, &BankAssigner::look);
  m_searchPause.callOnTimeout(this, [this] {
    whenDone(m_connection.read([text = m_wanted, currency = m_entry.entry.amount.currency()](
                                   store::Session &session, business::AppliedBusiness &business) {
      return payments::BankDesk(session, business).candidates(text, currency);
    }),
             this, [this, searched = ++m_searched](const Result<payments::Candidates> &read) {
               if (searched == m_searched && read)
                 Q_EMIT found(*read);
             });
  });
  const auto again = [this] {
    if (!m_organization.isNull() && !m_isBusy)
      m_pause.start();
  };
  connect(&m_connection, &Connection::caughtUp, this, again);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this, again](const QList<OrganizationId> &changed) {
            if (changed.contains(m_organization) || changed.contains(OrganizationId()))
              again();
          });
}

void BankAssigner::choose(const payments::NamedInvoice &invoice) {
  if (invoice.organization != m_organization)
    m_choices.clear();
  m_organization = invoice.organization;
  m_name = invoice.organizationName;
  if (std::none_of(m_choices.begin(), m_choices.end(),
                   [&](const auto &one) { return one.invoice == invoice.invoice; })) {
    const auto amount = std::clamp<std::int64_t>(rest(), 0, invoice.due.minor());
    m_choices.push_back({invoice.invoice, invoice.number, invoice.due, amount});
  }
  follow();
}

void BankAssigner::chooseBalance(const payments::Candidates::Named &organization) {
  m_choices.clear();
  m_organization = organization.id;
  m_name = organization.name;
  follow();
}

void BankAssigner::setAmount(std::size_t choice, std::int64_t amount) {
  if (m_choices[choice].amount == amount)
    return;
  m_choices[choice].amount = amount;
  m_shown.reset();
  ++m_generation;
  m_pause.start();
}

void BankAssigner::remove(std::size_t choice) {
  m_choices.erase(m_choices.begin() + std::ptrdiff_t(choice));
  follow();
}

void BankAssigner::search(const QString &text) {
  m_wanted = text;
  ++m_searched;
  if (text.trimmed().isEmpty()) {
    m_searchPause.stop();
    return Q_EMIT found({});
  }
  m_searchPause.start();
}

std::int64_t BankAssigner::rest() const {
  auto left = m_entry.entry.amount.minor();
  for (const auto &choice : m_choices)
    left -= choice.amount;
  return left;
}

std::vector<payments::Assignment> BankAssigner::parts() const {
  std::vector<payments::Assignment> parts;
  for (const auto &choice : m_choices)
    parts.push_back({m_organization, choice.invoice, choice.amount});
  if (rest() > 0)
    parts.push_back({m_organization, std::nullopt, rest()});
  return parts;
}

void BankAssigner::follow() {
  m_shown.reset();
  ++m_generation;
  Q_EMIT choicesChanged();
  m_pause.start();
}

void BankAssigner::look() {
  if (m_organization.isNull() || rest() < 0 ||
      std::any_of(m_choices.begin(), m_choices.end(),
                  [](const auto &choice) { return choice.amount <= 0; }))
    return;
  auto reading =
      m_connection.read([id = m_entry.id, wanted = parts()](store::Session &session,
                                                            business::AppliedBusiness &business) {
        return payments::BankDesk(session, business).preview(id, wanted);
      });
  whenDone(reading, this,
           [this, generation = ++m_generation](const Result<payments::TransfersPicture> &picture) {
             if (generation != m_generation)
               return;
             m_shown.reset();
             if (!picture)
               return Q_EMIT refused(picture.error());
             m_shown = *picture;
             Q_EMIT previewed();
           });
}

void BankAssigner::confirm() {
  if (!m_shown || m_isBusy)
    return;
  m_isBusy = true;
  Q_EMIT busyChanged(true);
  auto acted = m_connection.work([id = m_entry.id, wanted = parts(), seen = m_shown->digest()](
                                     store::Session &session, business::AppliedBusiness &business) {
    return payments::BankDesk(session, business).assign(id, wanted, seen);
  });
  whenDone(acted, this, [this](const Result<> &outcome) {
    m_isBusy = false;
    Q_EMIT busyChanged(false);
    take(outcome);
  });
}

void BankAssigner::take(const Result<> &outcome) {
  if (outcome)
    return Q_EMIT done();
  m_shown.reset();
  if (outcome.error().code != QLatin1StringView("payment.picture_changed"))
    return Q_EMIT refused(outcome.error());
  Q_EMIT outdated(outcome.error());
  m_pause.start();
}

} // namespace tenantry::models
