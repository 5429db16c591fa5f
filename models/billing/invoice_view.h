// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_sheet.h"
#include "models/connection/stoppable_reading.h"
#include <QByteArray>
#include <QTimer>
#include <functional>

namespace tenantry::models {

/// The invoice that is looked at: one of a preview, computed again by the same rules, or a stored
/// one or a credit note by its number, with its paper, or by its key.
class InvoiceView : public QObject {
  Q_OBJECT

public:
  enum class Paper { Read, Left };

  explicit InvoiceView(Connection &connection, Paper paper = Paper::Read,
                       QObject *parent = nullptr);

  /// The organization's invoice at that position of a preview up to that instant.
  void showPreviewed(const OrganizationId &organization, int position, Instant asOf);
  /// The same up to the end of that day of the business.
  void showPreviewed(const OrganizationId &organization, int position, LocalDay day);
  void showStored(const QString &number);              ///< with its paper
  void showStored(const billing::InvoiceKey &key);     ///< drafts too, without paper
  void showCreditNote(const QString &number);          ///< with its paper
  void showCreditNote(const billing::InvoiceKey &key); ///< whose id is that of the note
  void refresh(); ///< reads a stored one anew; until then what was read stays
  void reload();  ///< whatever it was, anew
  void clear();
  /// Ends the reading, and the making of the paper: what is there stays, and `failed` says so.
  /// False where nothing goes on that somebody may have noticed.
  bool stop();
  void savePaper(const QString &path); ///< off the GUI thread

  /// After `failed`: what was read before is readable still. It was stopped, or the connection
  /// lost.
  [[nodiscard]] bool isKept(const Error &error) const;

  /// Null until it was read.
  [[nodiscard]] const InvoiceSheet *sheet() const { return m_sheet ? &*m_sheet : nullptr; }
  [[nodiscard]] const QByteArray &paper() const { return m_paper; } ///< PDF; empty: not there yet
  [[nodiscard]] bool isNote() const { return m_isNote; } ///< also of one that is not there
  [[nodiscard]] bool isFetching() const { return m_reading.isRunning(); }
  [[nodiscard]] StoppableReading &reading() { return m_reading; }

Q_SIGNALS:
  void changed();
  void paperChanged();
  void failed(const tenantry::Error &error);
  void paperSaved(const QString &path);
  void paperNotSaved(const tenantry::Error &error);

private:
  using How = std::function<Result<InvoiceSheet>(store::Session &, business::AppliedBusiness &)>;
  [[nodiscard]] bool isStored() const { return !m_number.isEmpty() || m_key; }
  void read(How how);
  void show(const QString &number, const std::optional<billing::InvoiceKey> &key, bool isNote);
  void take(const Result<InvoiceSheet> &sheet);
  void fetchPaper();

  Connection &m_connection;
  const Paper m_wanted;
  std::optional<InvoiceSheet> m_sheet;
  QString m_number;                         ///< of the stored one that is shown with its paper
  std::optional<billing::InvoiceKey> m_key; ///< of one that is shown without
  bool m_isNote = false;                    ///< of a credit note
  QByteArray m_paper;
  How m_how; ///< it was read the last time
  StoppableReading m_reading;
  QTimer m_newsPause; ///< news come in bursts
};

} // namespace tenantry::models
