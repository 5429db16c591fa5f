// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/payments/bank_desk.h"
#include <QTimer>

namespace tenantry::models {

/// What an entry is to pay, as it is put together: invoices of one organization, and the rest to
/// its balance. Previews what it comes to, confirms what was previewed, and previews anew where
/// something was paid meanwhile. What was chosen stays, whatever happens.
class BankAssigner : public QObject {
  Q_OBJECT

public:
  struct Choice {
    InvoiceId invoice;
    QString number;
    Money due;
    std::int64_t amount = 0; ///< minor units
  };

  BankAssigner(Connection &connection, const payments::KeptEntry &entry, QObject *parent = nullptr);

  /// One more invoice, with what is due of it or what is left. One of another organization begins
  /// anew: what came in at once is one organization's.
  void choose(const payments::NamedInvoice &invoice);
  void chooseBalance(const payments::Candidates::Named &organization); ///< of it, without invoices
  void setAmount(std::size_t choice, std::int64_t amount);             ///< 0: not known yet
  void remove(std::size_t choice);
  void search(const QString &text); ///< soon, where more is typed meanwhile
  void confirm();                   ///< what was previewed last

  [[nodiscard]] const payments::KeptEntry &entry() const { return m_entry; }
  [[nodiscard]] const std::vector<Choice> &choices() const { return m_choices; }
  [[nodiscard]] const QString &organizationName() const { return m_name; } ///< empty: none yet
  [[nodiscard]] std::int64_t rest() const; ///< goes to the balance; below nothing: too much
  [[nodiscard]] const payments::TransfersPicture *shown() const {
    return m_shown ? &*m_shown : nullptr;
  }
  [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
  void choicesChanged();
  void found(const tenantry::payments::Candidates &candidates);
  void previewed();
  void refused(const tenantry::Error &error);  ///< it cannot be done so
  void outdated(const tenantry::Error &error); ///< it comes to something else; a preview follows
  void busyChanged(bool busy);
  void done();

private:
  [[nodiscard]] std::vector<payments::Assignment> parts() const;
  void follow();
  void look();
  void take(const Result<> &outcome);

  Connection &m_connection;
  const payments::KeptEntry m_entry;
  OrganizationId m_organization;
  QString m_name;
  std::vector<Choice> m_choices;
  std::optional<payments::TransfersPicture> m_shown;
  QTimer m_pause, m_searchPause;
  QString m_wanted;
  quint64 m_generation = 0, m_searched = 0;
  bool m_isBusy = false;
};

} // namespace tenantry::models
