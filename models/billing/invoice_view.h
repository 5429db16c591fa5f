// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/billing/finding.h"
#include "services/billing/values.h"
#include <QByteArray>
#include <QTimer>
#include <functional>

namespace tenantry::models {

/// A recurring invoice of the same customer, in the same currency.
struct PastInvoice {
  LocalDay issuedOn{};
  std::int64_t total = 0; ///< minor units
};

/// An invoice with its lines, stored or only previewed.
struct InvoiceSheet {
  billing::Invoice invoice;
  QString organizationName;
  QString planName;
  std::vector<billing::StoredLine> lines; ///< of a preview numbered as they would be
  std::map<QString, int> decimals;        ///< of the metrics in it
  std::vector<PastInvoice> history;       ///< the last before this one, oldest first
  billing::Finding finding;               ///< beside the one before it
  Zone zone;                              ///< of the organization
  LocalDay today{};                       ///< there, when it was read: what is overdue
  bool isPreview = false;
};

/// The invoice that is looked at: one of a preview, computed again by the same rules, or a stored
/// one by its number, with its paper, or by its key.
class InvoiceView : public QObject {
  Q_OBJECT

public:
  explicit InvoiceView(Connection &connection, QObject *parent = nullptr);

  /// The organization's invoice at that position of a preview up to that instant.
  void showPreviewed(const OrganizationId &organization, int position, Instant asOf);
  void showStored(const QString &number);          ///< with its paper
  void showStored(const billing::InvoiceKey &key); ///< drafts too, without paper
  void refresh(); ///< reads a stored one anew; until then what was read stays
  void clear();
  void savePaper(const QString &path); ///< off the GUI thread

  /// Null until it was read, and after an error.
  [[nodiscard]] const InvoiceSheet *sheet() const { return m_sheet ? &*m_sheet : nullptr; }
  [[nodiscard]] const QByteArray &paper() const { return m_paper; } ///< PDF; empty: not there yet
  [[nodiscard]] bool isFetching() const { return m_isFetching; }

Q_SIGNALS:
  void changed();
  void paperChanged();
  void failed(const tenantry::Error &error);
  void paperSaved(const QString &path);
  void paperNotSaved(const tenantry::Error &error);

private:
  void read(std::function<Result<InvoiceSheet>(store::Session &, business::AppliedBusiness &)> how);
  void take(const Result<InvoiceSheet> &sheet);
  void fetchPaper();

  Connection &m_connection;
  std::optional<InvoiceSheet> m_sheet;
  QString m_number;                         ///< of the stored one that is shown with its paper
  std::optional<billing::InvoiceKey> m_key; ///< of one that is shown without
  QByteArray m_paper;
  bool m_isFetching = false;
  quint64 m_generation = 0;
  QTimer m_newsPause; ///< news come in bursts
};

} // namespace tenantry::models
