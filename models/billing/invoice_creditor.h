// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_sheet.h"
#include "models/connection/connection.h"
#include <QTimer>

namespace tenantry::models {

/// Credits an amount of one invoice by hand: previews what it comes to as it is typed, confirms
/// what was previewed, and previews anew where something was paid or credited meanwhile.
class InvoiceCreditor : public QObject {
  Q_OBJECT

public:
  InvoiceCreditor(Connection &connection, const billing::InvoiceKey &invoice,
                  QObject *parent = nullptr);

  /// Soon, where more is typed meanwhile: the last one counts. Minor units, tax included.
  void preview(std::int64_t amount);
  void forget(); ///< nothing is wanted
  /// What was previewed last, as it was shown.
  void confirm(const QString &reason);

  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  /// The credit note that it would be; null while that is not known.
  [[nodiscard]] const InvoiceSheet *shown() const { return m_shown ? &*m_shown : nullptr; }

Q_SIGNALS:
  void previewed();
  /// It cannot be done so, or could not be looked at.
  void refused(const tenantry::Error &error);
  /// It came to something else than what was shown; the preview of what it comes to follows.
  void outdated(const tenantry::Error &error);
  void busyChanged(bool busy);
  void done();

private:
  void look();
  void take(const Result<> &outcome);
  void setBusy(bool busy);

  Connection &m_connection;
  const billing::InvoiceKey m_invoice;
  QTimer m_pause;
  std::int64_t m_amount = 0;
  std::optional<InvoiceSheet> m_shown;
  quint64 m_generation = 0;
  bool m_isBusy = false;
};

} // namespace tenantry::models
