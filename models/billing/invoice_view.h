// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/billing/values.h"
#include <QByteArray>

namespace tenantry::models {

/// An invoice with its lines, stored or only previewed.
struct InvoiceSheet {
  billing::Invoice invoice;
  QString organizationName;
  QString planName;
  std::vector<billing::StoredLine> lines; ///< of a preview numbered as they would be
  std::map<QString, int> decimals;        ///< of the metrics in it
  Zone zone;                              ///< of the organization
  bool isPreview = false;
};

/// The invoice that is looked at: one of a preview, computed again by the same rules, or a stored
/// one by its number, with its paper.
class InvoiceView : public QObject {
  Q_OBJECT

public:
  explicit InvoiceView(Connection &connection, QObject *parent = nullptr);

  /// The organization's invoice at that position of a preview up to that instant.
  void showPreviewed(const OrganizationId &organization, int position, Instant asOf);
  void showStored(const QString &number);
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
  template <typename Read> void fetch(Read read);
  void take(const Result<InvoiceSheet> &sheet);
  void fetchPaper();

  Connection &m_connection;
  std::optional<InvoiceSheet> m_sheet;
  QByteArray m_paper;
  bool m_isFetching = false;
  quint64 m_generation = 0;
};

} // namespace tenantry::models
