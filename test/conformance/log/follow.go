// Follows a log with software that is not ours: what it publishes lies in a folder, as it is served.
//
//	follow FOLDER ORIGIN LOG_KEY OLD_CHECKPOINT PROOFS WITNESS_KEY…   checks everything, and says what it checked
//	follow cosign NAME CHECKPOINT                                     cosigns with a new key, and says key and line
package main

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	flog "github.com/transparency-dev/formats/log"
	fnote "github.com/transparency-dev/formats/note"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proof struct {
	Index      int64    `json:"index"`
	Leaf       string   `json:"leaf"`
	Inclusion  []string `json:"inclusion"`
	Checkpoint string   `json:"checkpoint"`
}

type proofs struct {
	Records     []proof  `json:"records"`
	Consistency []string `json:"consistency"`
}

func main() {
	var err error
	if len(os.Args) == 4 && os.Args[1] == "cosign" {
		err = cosign(os.Args[2], os.Args[3])
	} else if len(os.Args) > 6 {
		err = follow(os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5], os.Args[6:])
	} else {
		err = fmt.Errorf("too few arguments")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func follow(folder, origin, logKey, oldFile, proofFile string, witnessKeys []string) error {
	open, err := opener(origin, logKey, witnessKeys)
	if err != nil {
		return err
	}
	tree, err := readTree(open, filepath.Join(folder, "checkpoint"))
	if err != nil {
		return err
	}
	old, err := readTree(open, oldFile)
	if err != nil {
		return err
	}
	hashes := tlog.TileHashReader(tree, folderReader(folder))
	entries, err := readEntries(folder, tree.N)
	if err != nil {
		return err
	}
	for index, entry := range entries {
		path, err := tlog.ProveRecord(tree.N, int64(index), hashes)
		if err != nil {
			return fmt.Errorf("entry %d: %w", index, err)
		}
		if err := tlog.CheckRecord(path, tree.N, tree.Hash, int64(index), tlog.RecordHash(entry)); err != nil {
			return fmt.Errorf("entry %d: %w", index, err)
		}
	}
	own, err := tlog.ProveTree(tree.N, old.N, hashes)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(own, tree.N, tree.Hash, old.N, old.Hash); err != nil {
		return fmt.Errorf("the old checkpoint: %w", err)
	}
	return checkGiven(open, proofFile, tree, old, len(entries))
}

func checkGiven(open func([]byte) (tlog.Tree, error), file string, tree, old tlog.Tree, entries int) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var given proofs
	if err := json.Unmarshal(text, &given); err != nil {
		return err
	}
	consistency, err := parseHashes(given.Consistency)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(tlog.TreeProof(consistency), tree.N, tree.Hash, old.N, old.Hash); err != nil {
		return fmt.Errorf("the given proof of consistency: %w", err)
	}
	for _, record := range given.Records {
		under, err := open([]byte(record.Checkpoint))
		if err != nil {
			return err
		}
		leaf, err := hex.DecodeString(record.Leaf)
		if err != nil {
			return err
		}
		path, err := parseHashes(record.Inclusion)
		if err != nil {
			return err
		}
		hash := tlog.RecordHash(leaf)
		if err := tlog.CheckRecord(tlog.RecordProof(path), under.N, under.Hash, record.Index, hash); err != nil {
			return fmt.Errorf("the given proof of leaf %d: %w", record.Index, err)
		}
	}
	fmt.Printf("%d entries, consistent with %d, %d proofs\n", entries, old.N, len(given.Records))
	return nil
}

// Every key must have signed: a witness that is named and did not cosign is an error here.
func opener(origin, logKey string, witnessKeys []string) (func([]byte) (tlog.Tree, error), error) {
	log, err := note.NewVerifier(logKey)
	if err != nil {
		return nil, fmt.Errorf("the log's key: %w", err)
	}
	var witnesses []note.Verifier
	for _, key := range witnessKeys {
		witness, err := fnote.NewVerifierForCosignatureV1(key)
		if err != nil {
			return nil, fmt.Errorf("a witness's key: %w", err)
		}
		witnesses = append(witnesses, witness)
	}
	return func(text []byte) (tlog.Tree, error) {
		checkpoint, rest, signed, err := flog.ParseCheckpoint(text, origin, log, witnesses...)
		if err != nil {
			return tlog.Tree{}, err
		}
		if len(rest) > 0 || len(signed.Sigs) != 1+len(witnesses) {
			return tlog.Tree{}, fmt.Errorf("%d signatures verify, of %d", len(signed.Sigs), 1+len(witnesses))
		}
		tree := tlog.Tree{N: int64(checkpoint.Size)}
		copy(tree.Hash[:], checkpoint.Hash)
		return tree, nil
	}, nil
}

func readTree(open func([]byte) (tlog.Tree, error), file string) (tlog.Tree, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return tlog.Tree{}, err
	}
	return open(text)
}

// Reads tiles where a log of static tiles serves them: the height, always 8, is left out of the path.
type folderReader string

func (folder folderReader) Height() int { return 8 }

func (folder folderReader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		data, err := os.ReadFile(filepath.Join(string(folder), path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (folder folderReader) SaveTiles([]tlog.Tile, [][]byte) {}

func readEntries(folder string, size int64) ([][]byte, error) {
	var entries [][]byte
	for int64(len(entries)) < size {
		tile := tlog.Tile{H: 8, L: -1, N: int64(len(entries)) / 256, W: int(min(256, size-int64(len(entries))))}
		path := strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1)
		bundle, err := os.ReadFile(filepath.Join(folder, path))
		if err != nil {
			return nil, err
		}
		for rest := bytes.NewBuffer(bundle); rest.Len() > 0; {
			length := int(binary.BigEndian.Uint16(rest.Next(2)))
			entries = append(entries, bytes.Clone(rest.Next(length)))
		}
	}
	if int64(len(entries)) != size {
		return nil, fmt.Errorf("%d entries, not %d", len(entries), size)
	}
	return entries, nil
}

func parseHashes(texts []string) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(texts))
	for n, text := range texts {
		if _, err := hex.Decode(hashes[n][:], []byte(text)); err != nil {
			return nil, err
		}
	}
	return hashes, nil
}

func cosign(name, file string) error {
	secret, public, err := note.GenerateKey(nil, name)
	if err != nil {
		return err
	}
	signer, err := fnote.NewSignerForCosignatureV1(secret)
	if err != nil {
		return err
	}
	key, err := fnote.VKeyToCosignatureV1(public)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	body, _, _ := strings.Cut(string(text), "\n\n")
	signed, err := note.Sign(&note.Note{Text: body + "\n"}, signer)
	if err != nil {
		return err
	}
	_, line, _ := strings.Cut(string(signed), "\n\n")
	return json.NewEncoder(os.Stdout).Encode(map[string]string{"key": key, "line": line})
}
