// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "models/forms/draft_store.h"
#include <QTimer>
#include <functional>

namespace tenantry::models {

/// What is stored of a record, as a form shows it.
struct StoredValues {
  FormValues values;
  std::int64_t revision = 0;
  QMap<QString, QList<FormChoice>> choices{}; ///< of fields whose choices have to be looked up
  QStringList fixed{};                        ///< fields that cannot be changed any more
};

/// What a form is about, each by the service it belongs to. Reading and writing run on another
/// thread.
struct FormAct {
  DraftKey key;
  bool isNew = false;                           ///< nothing is stored of it yet
  std::optional<OrganizationId> organization{}; ///< whose news may change what is stored
  /// What is stored, or what a new one begins with.
  std::function<Result<StoredValues>(store::Session &, business::AppliedBusiness &)> read;
  /// Everything that is wrong, with the field as its place: a pure function, asked with each key.
  std::function<std::vector<Error>(const FormValues &typed, const FormValues &stored)> mistakes;
  /// Writes over that revision; gives the key of the record. Errors that belong to a field have it
  /// as their place.
  std::function<Result<QString>(store::Session &, business::AppliedBusiness &,
                                const FormState &state, std::int64_t revision)>
      write;
  QString stale{}; ///< the code that says: there is another revision by now
};

/// A form that is open: what stands in it, what is wrong with it, and saving it. What is typed is
/// kept as a draft within a second and comes again with the next form of its kind and record.
class Form : public QObject {
  Q_OBJECT

public:
  enum class Stage { Loading, Failed, Ready, Saving, Saved };

  /// Without a store there are no drafts.
  Form(Connection &connection, FormAct act, DraftStore *drafts, QObject *parent = nullptr);
  ~Form() override;

  void load();
  [[nodiscard]] Stage stage() const { return m_stage; }
  [[nodiscard]] bool isNew() const { return m_act.isNew; }
  [[nodiscard]] bool isConnected() const { return m_connection.isConnected(); }
  [[nodiscard]] const FormState &state() const { return m_state; }
  [[nodiscard]] QList<FormChoice> choices(const QString &field) const {
    return m_choices.value(field);
  }
  [[nodiscard]] bool isFixed(const QString &field) const { return m_fixed.contains(field); }
  [[nodiscard]] const std::vector<Error> &mistakes() const { return m_mistakes; }
  [[nodiscard]] const Error *mistakeOf(const QString &field) const; ///< null: none
  /// Why it was not loaded or saved; none where a field says so.
  [[nodiscard]] const std::optional<Error> &refusal() const { return m_refusal; }
  [[nodiscard]] bool wasRestored() const { return m_wasRestored; } ///< from a draft
  [[nodiscard]] bool isTyped() const { return !m_state.written().isEmpty(); }
  /// Takes back what was saved, unless somebody has written since: for another thread. None before
  /// it is saved, and of a new record.
  using Undoing = std::function<Result<QString>(store::Session &, business::AppliedBusiness &)>;
  [[nodiscard]] const Undoing &undoing() const { return m_undoing; }

  void type(const QString &field, const QString &text);
  void keepMine(const QString &field);
  void takeTheirs(const QString &field);
  void discard(); ///< what was typed, and its draft
  void save();    ///< nothing where something is wrong or undecided

Q_SIGNALS:
  void changed(); ///< anything but the text that is being typed
  void saved(const QString &record);
  void draftLost(); ///< what is typed cannot be written; said once

private:
  void reload();
  void takeStored(const Result<StoredValues> &stored);
  void begin(const FormValues &stored);
  struct Saved {
    QString record;
    std::optional<StoredValues> stored{}; ///< by now; none of a new record
  };
  void takeWritten(const Result<Saved> &written);
  [[nodiscard]] Undoing undoingOf(const StoredValues &saved) const;
  void write();
  void check();
  void touch();
  void keepDraft();

  Connection &m_connection;
  const FormAct m_act;
  DraftStore *m_drafts;
  Stage m_stage = Stage::Loading;
  FormState m_state;
  std::int64_t m_revision = 0;
  QMap<QString, QList<FormChoice>> m_choices;
  QStringList m_fixed;
  std::vector<Error> m_mistakes;
  QMap<QString, Error> m_refusedFields; ///< what the service said, until they are typed into
  std::optional<Error> m_refusal;
  Undoing m_undoing;
  bool m_isRead = false, m_wasRestored = false, m_isReading = false;
  bool m_isDraftLost = false;
  bool m_writesNext = false; ///< over what is being read
  int m_triesLeft = 0;       ///< of saving over what others save at the same time
  QTimer m_newsPause;
  QTimer m_draftPause;
};

} // namespace tenantry::models
